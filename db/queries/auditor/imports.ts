import { and, asc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { importFile } from '../../schema/index.ts';

/** Imports that were given before a moment and are said to be running. */
export async function runningImports(
  tx: Transaction,
  before: Date,
): Promise<readonly { readonly id: number; readonly fileName: string; readonly createdAt: Date }[]> {
  return tx
    .select({ id: importFile.id, fileName: importFile.fileName, createdAt: importFile.createdAt })
    .from(importFile)
    .where(and(eq(importFile.status, 'running'), lt(importFile.createdAt, before)))
    .orderBy(asc(importFile.id));
}
