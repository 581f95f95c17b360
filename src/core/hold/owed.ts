import type { BusinessDate } from '../calendar/business-date.ts';
import type { CaseFacts } from '../dunning/facts.ts';

/**
 * What a customer has to pay before a hold comes off, minor units: all that is overdue, but not what is disputed.
 * Nobody stays locked out for an amount that we have to answer for.
 */
export function owedOverdue({ invoices }: CaseFacts, today: BusinessDate): bigint {
  return invoices
    .filter(({ effectiveDueOn, excluded }) => effectiveDueOn < today && !excluded)
    .reduce((sum, { open, disputed }) => sum + (disputed < open ? open - disputed : 0n), 0n);
}
