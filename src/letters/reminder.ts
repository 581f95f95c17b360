import { compose } from './compose.ts';
import type { LetterFacts } from './facts.ts';
import type { Letter } from './letter.ts';

/** The friendly mail before the due day, in place of a call for small sums and punctual payers. */
export function reminder(facts: LetterFacts): Letter {
  return compose(facts, {
    kind: 'reminder',
    words: (wording) => wording.reminder,
    what: (spoken) => spoken,
    showsDaysOverdue: false,
  });
}
