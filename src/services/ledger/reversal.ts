import { type Posting, postingsOfInvoices } from '../../../db/queries/ledger/postings.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Scope } from '../scope.ts';
import type { Entry } from './entry.ts';

/** The entry that takes a posting back: the same amount, the other way round. Its key says which one it undoes. */
export function reversalOf(posting: Posting, bookedOn: BusinessDate): Entry {
  return {
    debit: posting.credit,
    credit: posting.debit,
    amount: posting.amount,
    currency: posting.currency,
    customerId: posting.customerId,
    ...(posting.invoiceId === undefined ? {} : { invoiceId: posting.invoiceId }),
    ...(posting.paymentId === undefined ? {} : { paymentId: posting.paymentId }),
    bookedOn,
    key: `${posting.key}:reversed`,
    reverses: posting.id,
  };
}

/** What was booked of these invoices so far, by invoice, in the order in which it was booked. */
export async function historyOf(
  { tx }: Scope,
  invoiceIds: readonly number[],
): Promise<ReadonlyMap<number | undefined, readonly Posting[]>> {
  return groupBy(await postingsOfInvoices(tx, invoiceIds), ({ invoiceId }) => invoiceId);
}
