import { runningImports } from '../../../db/queries/auditor/imports.ts';
import { takeImportTurn } from '../../../db/queries/import/turn.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** Imports that are said to be running while nobody imports. */
export async function importsStuck(scope: Scope): Promise<readonly Found[]> {
  const running = await runningImports(scope.tx, hoursAgo(scope, 2));
  if (running.length === 0 || !(await takeImportTurn(scope.tx))) return [];
  return running.map(({ id, fileName, createdAt }) => ({
    check: 'import',
    subject: String(id),
    since: createdAt,
    facts: { file: fileName },
  }));
}
