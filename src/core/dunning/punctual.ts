import { addDays, type BusinessDate } from '../calendar/business-date.ts';

/** An invoice of the past: when it was due, and when it was paid; never, when it had to be written off. */
export interface PaidInvoice {
  readonly effectiveDueOn: BusinessDate;
  readonly paidOn: BusinessDate | undefined;
}

/** What is looked at: the latest invoices that are settled, this many at most. */
export const invoicesLookedAt = 10;

/** Fewer say nothing about anybody. */
const leastInvoices = 3;

/** Calendar days that a transfer may be on its way. */
const bankDays = 2;

/** Whether a customer pays in time: of the latest settled invoices, of which there are enough, at most one came late. */
export function isPunctual(paid: readonly PaidInvoice[]): boolean {
  const late = paid.filter(
    ({ effectiveDueOn, paidOn }) => paidOn === undefined || paidOn > addDays(effectiveDueOn, bankDays),
  );
  return paid.length >= leastInvoices && late.length <= 1;
}
