import { compose } from './compose.ts';
import type { LetterFacts } from './facts.ts';
import type { Letter } from './letter.ts';

/** The friendly mail: before the due day in place of a call, or after it where the ladder begins softly. */
export function reminder(facts: LetterFacts): Letter {
  const isOverdue = facts.invoices.some(({ daysOverdue }) => daysOverdue > 0);
  return compose(facts, {
    kind: 'reminder',
    words: (wording) => (isOverdue ? wording.further.overdueReminder : wording.reminder),
    what: (spoken) => spoken,
    showsDaysOverdue: false,
  });
}
