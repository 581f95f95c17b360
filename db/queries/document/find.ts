import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { document, type DocumentRow } from '../../schema/index.ts';

/** A paper without its bytes. */
export type Paper = Omit<DocumentRow, 'bytes' | 'workspaceId'>;

const paper = {
  id: document.id,
  customerId: document.customerId,
  kind: document.kind,
  invoiceId: document.invoiceId,
  letterId: document.letterId,
  fileName: document.fileName,
  size: document.size,
  hash: document.hash,
  addedBy: document.addedBy,
  addedAt: document.addedAt,
} as const;

/** The latest copy of each of these invoices that has one. */
export async function copiesOfInvoices(
  tx: Transaction,
  invoiceIds: readonly number[],
): Promise<ReadonlyMap<number, Paper>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([document.invoiceId], paper)
    .from(document)
    .where(and(eq(document.kind, 'invoice copy'), inArray(document.invoiceId, [...invoiceIds])))
    .orderBy(document.invoiceId, desc(document.id));
  return new Map(rows.flatMap((row) => (row.invoiceId === null ? [] : [[row.invoiceId, row] as const])));
}

/** Everything kept of a customer, in the order in which it came. */
export async function papersOfCustomer(tx: Transaction, customerId: number): Promise<readonly Paper[]> {
  return tx.select(paper).from(document).where(eq(document.customerId, customerId)).orderBy(asc(document.id));
}

/** The papers themselves, by id. */
export async function bytesOfPapers(
  tx: Transaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: document.id, bytes: document.bytes })
    .from(document)
    .where(inArray(document.id, [...ids]));
  return new Map(rows.map(({ id, bytes }) => [id, new Uint8Array(bytes)]));
}
