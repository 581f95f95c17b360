/**
 * Violations of each kind, planted to prove that the check can fail: where the source would stand, the source, and
 * what must be said about it.
 */
export interface Planted {
  readonly path: string;
  readonly source: string;
  readonly says: RegExp;
}

const core = 'src/core/planted.ts';
const service = 'src/services/case/planted.ts';

export const forbiddenImports: Readonly<Record<string, Planted>> = {
  'a static import': {
    path: core,
    source: `import { client } from '../../db/client.ts';`,
    says: /src\/core may not import db \(import of db\/client\.ts\)/,
  },
  'an import for its effects': {
    path: core,
    source: `import '../services/ports.ts';`,
    says: /may not import src\/services\/ports\.ts/,
  },
  'a type import': {
    path: core,
    source: `import type { Row } from '../../db/client.ts';`,
    says: /may not import db \(type import/,
  },
  'an import with an inline type': {
    path: 'commands/planted.ts',
    source: `import { type Row } from '../db/client.ts';`,
    says: /commands may not import db/,
  },
  'a type named by import()': {
    path: core,
    source: `export type Row = import('../../db/client.ts').Row;`,
    says: /may not import db \(type import/,
  },
  'a dynamic import': {
    path: 'jobs/planted.ts',
    source: `export const load = () => import('../db/client.ts');`,
    says: /jobs may not import db \(dynamic import/,
  },
  'a dynamic import of a computed name': {
    path: core,
    source: `export const load = (name: string) => import(name);`,
    says: /computed name/,
  },
  'a dynamic import of a name with a hole in front': {
    path: core,
    source: 'export const load = (name: string) => import(`${name}/client.ts`);',
    says: /computed name/,
  },
  'a re-export of everything': {
    path: 'src/chat/types.ts',
    source: `export * from '../services/ports.ts';`,
    says: /may not import src\/services\/ports\.ts \(re-export/,
  },
  'a re-export of one name': {
    path: 'src/workspace/planted.ts',
    source: `export { money } from '../core/money.ts';`,
    says: /src\/workspace may not import src\/core \(re-export/,
  },
  'a re-export of a type': {
    path: 'src/workspace/planted.ts',
    source: `export type { Money } from '../core/money.ts';`,
    says: /may not import src\/core \(re-export/,
  },
  'one chat platform importing the other': {
    path: 'src/chat/slack/planted.ts',
    source: `import { render } from '../discord/render.ts';`,
    says: /src\/chat\/slack may not import src\/chat\/discord/,
  },
  'the page importing the server': {
    path: 'src/workspace/page/planted.tsx',
    source: `import { store } from '../store/store.ts'; export const page = <p>{store.name}</p>;`,
    says: /src\/workspace\/page may not import src\/workspace /,
  },
  'a test imported by the source': {
    path: service,
    source: `import { story } from '../../../test/support/story.ts';`,
    says: /test\/support\/story\.ts, which is no part of the table/,
  },
  'a package': {
    path: service,
    source: `import { Queue } from 'bullmq';`,
    says: /may not import the package bullmq/,
  },
  'a path inside a package': {
    path: core,
    source: `import { pgTable } from 'drizzle-orm/pg-core';`,
    says: /may not import the package drizzle-orm/,
  },
  'a package of a scope': {
    path: 'commands/planted.ts',
    source: `import type { KnownBlock } from '@slack/types';`,
    says: /may not import the package @slack\/types/,
  },
  'a package by require': {
    path: core,
    source: `import pino = require('pino');`,
    says: /may not import the package pino \(require/,
  },
  'a package by resolving it': {
    path: service,
    source: `export const where = import.meta.resolve('pdfmake');`,
    says: /may not import the package pdfmake/,
  },
  "one of Node's modules": {
    path: core,
    source: `import { randomUUID } from 'node:crypto';`,
    says: /src\/core may not import node:crypto/,
  },
  "one of Node's modules without its prefix": {
    path: service,
    source: `import { readFileSync } from 'fs';`,
    says: /may not import the package fs/,
  },
  'a file outside the table': {
    path: 'src/helpers/planted.ts',
    source: `export const x = 1;`,
    says: /belongs to no part/,
  },
};
