import { copiesOfInvoices } from '../../../db/queries/document/find.ts';
import { settledOfInvoices } from '../../../db/queries/invoice/settled.ts';
import type { Scope } from '../scope.ts';

/** What a letter shows of its invoices besides what is open. */
export interface Papers {
  readonly settled: ReadonlyMap<number, { readonly paid: bigint; readonly credited: bigint }>;
  readonly copies: ReadonlyMap<number, Copy>;
}

/** The copy of an invoice on file. */
export interface Copy {
  readonly id: number;
  /** Bytes. */
  readonly size: number;
}

/** For all these invoices at once. */
export async function papersOf({ tx }: Scope, invoiceIds: readonly number[]): Promise<Papers> {
  const ids = [...new Set(invoiceIds)];
  const settled = await settledOfInvoices(tx, ids);
  return {
    settled: new Map(
      settled.map(({ invoice_id, paid, credited }) => [Number(invoice_id), { paid, credited }]),
    ),
    copies: await copiesOfInvoices(tx, ids),
  };
}

/** Mail servers refuse mails above 20 to 25 MB, and a mail carries four bytes for three. */
const mostBytesEnclosed = 12 * 1024 * 1024;

/** The copies that fit into one mail, those of the first invoices first; what is too big for the rest is left out. */
export function enclosable<T>(
  invoices: readonly T[],
  copyOf: (invoice: T) => Copy | undefined,
): readonly { readonly invoice: T; readonly copy: Copy }[] {
  let room = mostBytesEnclosed;
  return invoices.flatMap((invoice) => {
    const copy = copyOf(invoice);
    if (copy === undefined || copy.size > room) return [];
    room -= copy.size;
    return [{ invoice, copy }];
  });
}
