import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../calendar/business-days.ts';

export interface PromiseFacts {
  /** Minor units. */
  readonly amount: bigint;
  readonly dueOn: BusinessDate;
  /** Cash booked for the case since the promise was made, up to its date plus grace; minor units. */
  readonly paid: bigint;
  /** The last day that the ledger's data cover; undefined before the first import. */
  readonly ledgerCovers?: BusinessDate;
  readonly calendar: Calendar;
  /** Business days that a bank may take after the date. */
  readonly graceBankDays?: number;
  /** By how much less than the amount may come without breaking a promise, in hundredths of a per cent. */
  readonly toleranceBasisPoints?: number;
}

export type Verdict =
  /** Until the first day on which it can be something else without more data. */
  | { readonly kind: 'open'; readonly until: BusinessDate }
  | { readonly kind: 'kept' }
  /** Broken for what is missing. */
  | { readonly kind: 'partial'; readonly paid: bigint }
  /** Its time is over, but no data say yet whether the money came. */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'broken' };

/**
 * Whether a promise was kept. It is kept as soon as the money is in; it is broken only when data that cover its date
 * plus grace show that the money is not.
 */
export function judgePromise(promise: PromiseFacts, today: BusinessDate): Verdict {
  const { amount, paid, ledgerCovers } = promise;
  if (paid >= amount - tolerated(promise)) return { kind: 'kept' };
  const last = lastDay(promise);
  if (ledgerCovers !== undefined && ledgerCovers >= last) {
    return paid > 0n ? { kind: 'partial', paid } : { kind: 'broken' };
  }
  return today <= last ? { kind: 'open', until: addDays(last, 1) } : { kind: 'unconfirmed' };
}

/** The day whose data decide: the promised one plus grace. */
function lastDay({ calendar, dueOn, graceBankDays = 1 }: PromiseFacts): BusinessDate {
  return addBusinessDays(calendar, dueOn, graceBankDays);
}

function tolerated({ amount, toleranceBasisPoints = 50 }: PromiseFacts): bigint {
  return (amount * BigInt(toleranceBasisPoints)) / 10_000n;
}
