import type { BusinessDate } from '../calendar/business-date.ts';
import type { CaseFacts, InvoiceFacts } from '../dunning/facts.ts';

/** What is to be paid of one invoice before a hold comes off, minor units; always above zero. */
export interface Debt {
  readonly invoice: InvoiceFacts;
  readonly owed: bigint;
}

/**
 * What a customer has to pay of a case before a hold comes off, the oldest first: of the invoices that the hold is
 * for, what is overdue now and not disputed. Nobody stays locked out for an amount that we have to answer for, nor for
 * what fell due since they were told the sum.
 * @param heldFor ids of the invoices that the hold is for; empty: of all
 */
export function debtOf(
  { invoices }: CaseFacts,
  today: BusinessDate,
  heldFor: readonly number[] = [],
): readonly Debt[] {
  return invoices
    .filter(({ id, effectiveDueOn, excluded }) => {
      const isMeant = heldFor.length === 0 || heldFor.includes(id);
      return isMeant && effectiveDueOn < today && !excluded;
    })
    .map((invoice) => ({ invoice, owed: invoice.open - invoice.disputed }))
    .filter(({ owed }) => owed > 0n)
    .toSorted((a, b) => (a.invoice.effectiveDueOn < b.invoice.effectiveDueOn ? -1 : 1));
}

/** The sum of it, minor units. */
export function owedOverdue(facts: CaseFacts, today: BusinessDate, heldFor: readonly number[] = []): bigint {
  return debtOf(facts, today, heldFor).reduce((sum, { owed }) => sum + owed, 0n);
}
