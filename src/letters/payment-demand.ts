import { compose } from './compose.ts';
import type { DemandFacts } from './facts.ts';
import { lateCostsInWords } from './late-costs.ts';
import type { Letter } from './letter.ts';

/** The letter after the due day: what is open, the demand, and what late payment costs. */
export function paymentDemand(facts: DemandFacts): Letter {
  return compose(facts, {
    kind: 'payment demand',
    words: (wording) => wording.paymentDemand,
    what: (spoken, wording) => ({
      ...spoken,
      payBy: facts.payBy && wording.date(facts.payBy),
      late: lateCostsInWords(facts.late, wording),
    }),
    showsDaysOverdue: true,
  });
}
