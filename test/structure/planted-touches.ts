import type { Planted } from './planted-imports.ts';

const core = 'src/core/planted.ts';
const service = 'src/services/case/planted.ts';

/** Reads of the surroundings, planted to prove that the check can fail. */
export const forbiddenTouches: Readonly<Record<string, Planted>> = {
  'Date.now()': { path: core, source: `export const now = () => Date.now();`, says: /touches the clock/ },
  'new Date()': { path: core, source: `export const now = () => new Date();`, says: /touches the clock/ },
  'new Date without brackets': {
    path: core,
    source: `export const now = () => new Date;`,
    says: /touches the clock/,
  },
  'new Date(...nothing)': {
    path: core,
    source: `export const at = (...parts: [number]) => new Date(...parts);`,
    says: /touches the clock/,
  },
  'Date()': { path: core, source: `export const now = Date();`, says: /touches the clock/ },
  'Date taken apart': { path: core, source: `export const { now } = Date;`, says: /touches the clock/ },
  'Date under another name': {
    path: core,
    source: `const D = Date; export const d = new D();`,
    says: /touches the clock/,
  },
  'a computed member of Date': {
    path: core,
    source: `export const now = Date['now']();`,
    says: /touches the clock/,
  },
  'Date.now handed on': {
    path: service,
    source: `export const age = stamp(Date.now);`,
    says: /touches the clock/,
  },
  'new TZDate()': {
    path: core,
    source: `import { TZDate } from '@date-fns/tz'; export const now = new TZDate();`,
    says: /touches the clock/,
  },
  'TZDate.tz(zone)': {
    path: core,
    source: `import { TZDate } from '@date-fns/tz'; export const now = (zone: string) => TZDate.tz(zone);`,
    says: /touches the clock/,
  },
  'a date-fns function that asks what today is': {
    path: core,
    source: `import { isToday } from 'date-fns'; export const is = isToday;`,
    says: /touches the clock \(isToday of date-fns\)/,
  },
  'performance.now()': {
    path: service,
    source: `export const t = performance.now();`,
    says: /touches the clock/,
  },
  'Math.random()': { path: core, source: `export const dice = Math.random();`, says: /touches the chance/ },
  'Math taken apart': { path: core, source: `export const { random } = Math;`, says: /touches the chance/ },
  'crypto.randomUUID()': {
    path: core,
    source: `export const id = crypto.randomUUID();`,
    says: /touches the chance/,
  },
  'a timer': { path: core, source: `setTimeout(() => {}, 1);`, says: /touches the ambient/ },
  'the network': {
    path: core,
    source: `export const page = fetch('http://127.0.0.1');`,
    says: /touches the ambient/,
  },
  globalThis: {
    path: core,
    source: `export const now = globalThis.Date.now();`,
    says: /touches the ambient/,
  },
  'process.env': {
    path: service,
    source: `export const url = process.env.DATABASE_URL;`,
    says: /touches the environment/,
  },
  'process.env even in compose': {
    path: 'src/compose.ts',
    source: `export const url = process.env['DATABASE_URL'];`,
    says: /touches the environment/,
  },
  'the environment taken apart': {
    path: 'src/main.ts',
    source: `const { env } = process; export const url = env.X;`,
    says: /touches the environment/,
  },
  'the environment by import': {
    path: 'src/main.ts',
    source: `import { env } from 'node:process'; export const url = env.X;`,
    says: /touches the environment/,
  },
  'the environment by the default import': {
    path: 'db/launcher/planted.ts',
    source: `import process from 'node:process'; export const all = process;`,
    says: /touches the environment/,
  },
  'import.meta.env': {
    path: 'src/workspace/page/planted.ts',
    source: `export const mode = import.meta.env.MODE;`,
    says: /touches the environment/,
  },
};
