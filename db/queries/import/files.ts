import { and, asc, desc, eq, getTableColumns, ne, or, gt } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { importFile } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** What is kept of a file beside its bytes, which can be many. */
export type ImportFileRow = Omit<typeof importFile.$inferSelect, 'bytes'>;

const { bytes: _bytes, ...columns } = getTableColumns(importFile);

export async function insertImportFile(tx: Transaction, file: NewRow<typeof importFile>): Promise<number> {
  const rows = await tx
    .insert(importFile)
    .values({ ...file, workspaceId: here })
    .returning({ id: importFile.id });
  return only(rows).id;
}

export async function findImportFile(tx: Transaction, id: number): Promise<ImportFileRow | undefined> {
  const [row] = await tx.select(columns).from(importFile).where(eq(importFile.id, id));
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockImportFile(tx: Transaction, id: number): Promise<ImportFileRow | undefined> {
  const [row] = await tx.select(columns).from(importFile).where(eq(importFile.id, id)).for('update');
  return row;
}

export async function findImportBytes(tx: Transaction, id: number): Promise<Uint8Array | undefined> {
  const [row] = await tx.select({ bytes: importFile.bytes }).from(importFile).where(eq(importFile.id, id));
  return row?.bytes;
}

export async function updateImportFile(
  tx: Transaction,
  id: number,
  change: Partial<Omit<NewRow<typeof importFile>, 'bytes'>>,
): Promise<void> {
  await tx.update(importFile).set(change).where(eq(importFile.id, id));
}

/** The file with these bytes that a member gave and nobody has decided about yet. */
export async function undecidedImport(
  tx: Transaction,
  givenBy: number,
  hash: string,
): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: importFile.id })
    .from(importFile)
    .where(
      and(eq(importFile.hash, hash), eq(importFile.status, 'received'), eq(importFile.givenBy, givenBy)),
    );
  return row?.id;
}

export async function firstRunningImport(tx: Transaction): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: importFile.id })
    .from(importFile)
    .where(eq(importFile.status, 'running'))
    .orderBy(asc(importFile.id))
    .limit(1);
  return row?.id;
}

/** Of open items. */
export async function lastFinishedImport(tx: Transaction): Promise<ImportFileRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(importFile)
    .where(and(eq(importFile.status, 'done'), eq(importFile.kind, 'open items')))
    .orderBy(desc(importFile.doneAt), desc(importFile.id))
    .limit(1);
  return row;
}

/** The last finished import of the same bytes, this one aside. */
export async function finishedTwin(
  tx: Transaction,
  { id, hash }: Pick<ImportFileRow, 'id' | 'hash'>,
): Promise<ImportFileRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(importFile)
    .where(and(eq(importFile.hash, hash), eq(importFile.status, 'done'), ne(importFile.id, id)))
    .orderBy(desc(importFile.doneAt), desc(importFile.id))
    .limit(1);
  return row;
}

/** Whether an import of open items was finished after this one. */
export async function finishedSince(tx: Transaction, id: number, doneAt: Date): Promise<boolean> {
  const [row] = await tx
    .select({ id: importFile.id })
    .from(importFile)
    .where(
      and(
        eq(importFile.status, 'done'),
        eq(importFile.kind, 'open items'),
        or(gt(importFile.doneAt, doneAt), and(eq(importFile.doneAt, doneAt), gt(importFile.id, id))),
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function latestImportFiles(tx: Transaction, limit: number): Promise<readonly ImportFileRow[]> {
  return tx.select(columns).from(importFile).orderBy(desc(importFile.id)).limit(limit);
}
