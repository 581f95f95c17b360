import { compose } from './compose.ts';
import type { AgainFacts } from './facts.ts';
import type { FurtherWording, SpokenAgain } from './languages/further/wording.ts';
import type { Spoken } from './languages/spoken.ts';
import type { Wording } from './languages/wording.ts';
import { lateCostsInWords } from './late-costs.ts';
import type { Letter } from './letter.ts';

/** The second reminder of a soft ladder: as friendly as the first, and it asks for a day. */
export function secondReminder(facts: AgainFacts): Letter {
  return write(facts, 'second reminder', ({ secondReminder: words }) => words);
}

/** The last letter before further steps. */
export function finalNotice(facts: AgainFacts): Letter {
  return write(facts, 'final notice', ({ finalNotice: words }) => words);
}

function write(
  facts: AgainFacts,
  kind: 'second reminder' | 'final notice',
  words: (further: FurtherWording) => FurtherWording['finalNotice'],
): Letter {
  return compose(facts, {
    kind,
    words: ({ further }) => words(further),
    what: (spoken, wording) => spokenAgain(facts, spoken, wording),
    showsDaysOverdue: true,
  });
}

function spokenAgain({ before, payBy, late }: AgainFacts, spoken: Spoken, wording: Wording): SpokenAgain {
  const days = [...new Set(before.map(({ on }) => wording.date(on)))];
  return {
    ...spoken,
    writtenOn: days.length === 0 ? undefined : listed(days, wording),
    payBy: payBy && wording.date(payBy),
    late: lateCostsInWords(late, wording),
  };
}

/** "A and B" in the language of a letter. */
export function listed(words: readonly string[], { locale }: Wording): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}
