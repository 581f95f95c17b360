import type { HoldKind } from '../core/hold/kind.ts';
import type { LetterKind } from '../core/letter/kinds.ts';
import { formatMoney } from '../core/money.ts';
import { listed } from './again.ts';
import { compose } from './compose.ts';
import type { AgainFacts, LetterFacts, RestoredFacts } from './facts.ts';
import type { SpokenHold } from './languages/further/wording.ts';
import type { Spoken } from './languages/spoken.ts';
import type { Wording } from './languages/wording.ts';
import type { Letter } from './letter.ts';

/** Says that the service is on hold, where our warnings went, and what opens it again. */
export function serviceHoldNotice(facts: AgainFacts): Letter {
  return compose(facts, {
    kind: 'service-hold notice',
    words: ({ further }) => further.serviceHold,
    what: (spoken, wording) => spokenHold(facts, spoken, wording),
    showsDaysOverdue: true,
  });
}

/** Says that new orders wait. */
export function ordersSuspended(facts: AgainFacts): Letter {
  return compose(facts, {
    kind: 'orders suspended',
    words: ({ further }) => further.ordersSuspended,
    what: (spoken, wording) => spokenHold(facts, spoken, wording),
    showsDaysOverdue: true,
  });
}

/** Says that what was held is open again: because it was paid, or against a promise. */
export function restored(held: HoldKind, facts: RestoredFacts): Letter {
  const { promised, byUs = false } = facts;
  return compose(facts, {
    kind: restoredBy[held],
    words: ({ further }) => further.restored[held],
    what: (spoken, wording) => ({
      ...spoken,
      byUs,
      promised: promised && {
        sum: formatMoney(promised.amount, wording.locale),
        on: wording.date(promised.on),
      },
    }),
    showsDaysOverdue: false,
    mayNameNone: true,
  });
}

/** The letter that ends each kind of hold. */
export const restoredBy = {
  service: 'access-restored notice',
  order: 'orders-resumed notice',
  credit: 'credit-restored notice',
} as const satisfies Record<HoldKind, LetterKind>;

/** Says that new orders are paid in advance from now on. */
export function movedToPrepayment(facts: LetterFacts): Letter {
  return compose(facts, {
    kind: 'moved to prepayment',
    words: ({ further }) => further.prepayment,
    what: (spoken) => spoken,
    showsDaysOverdue: true,
    mayNameNone: true,
  });
}

/** Thanks for the payment of the last of what was due. */
export function thankYou(facts: LetterFacts): Letter {
  return compose(facts, {
    kind: 'thank-you',
    words: ({ further }) => further.thanks,
    what: (spoken) => spoken,
    showsDaysOverdue: false,
    mayNameNone: true,
  });
}

function spokenHold({ before }: AgainFacts, spoken: Spoken, wording: Wording): SpokenHold {
  const letters = before.map(({ on, to }) => wording.further.wroteOn(wording.date(on), to));
  return { ...spoken, written: letters.length === 0 ? undefined : listed(letters, wording) };
}
