import { compose } from './compose.ts';
import type { DemandFacts } from './facts.ts';
import type { Letter } from './letter.ts';

/** The letter after the due day: what is open, the demand, and what late payment may cost. No interest is computed. */
export function paymentDemand(facts: DemandFacts): Letter {
  return compose(facts, {
    kind: 'payment demand',
    words: (wording) => wording.paymentDemand,
    what: (spoken, wording) => ({ ...spoken, payBy: facts.payBy && wording.date(facts.payBy) }),
    showsDaysOverdue: true,
  });
}
