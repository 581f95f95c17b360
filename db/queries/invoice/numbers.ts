import { asc, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { invoice } from '../../schema/index.ts';

/** The numbers of these invoices, the oldest due first; each once. */
export async function numbersOfInvoices(tx: Transaction, ids: readonly number[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ number: invoice.number })
    .from(invoice)
    .where(inArray(invoice.id, [...new Set(ids)]))
    .orderBy(asc(invoice.effectiveDueOn), asc(invoice.id));
  return rows.map(({ number }) => number);
}

/** The numbers of these invoices, each by its id. */
export async function numbersById(
  tx: Transaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: invoice.id, number: invoice.number })
    .from(invoice)
    .where(inArray(invoice.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
