import type { BusinessDate } from '../calendar/business-date.ts';
import { dateIn } from '../calendar/zone.ts';
import type { CaseFacts } from './facts.ts';
import type { RestReason } from './decision.ts';
import { type Shares, sharesOf } from './shares.ts';

/**
 * How much of each invoice is pressed on a day, in the order of the invoices: what is open, less what is paused,
 * disputed, promised or covered.
 */
export function pressedAmounts(facts: CaseFacts, today: BusinessDate): readonly bigint[] {
  return sharesOf(facts, today).map(({ pressed }) => pressed);
}

/** All that is pressed of a case at an instant, minor units. */
export function pressedOf(facts: CaseFacts, now: Date): bigint {
  return pressedAmounts(facts, dateIn(facts.calendar.zone, now)).reduce((sum, amount) => sum + amount, 0n);
}

/** What holds the most of a case's open amount on a day; undefined when nothing holds any of it. */
export function heldBy(facts: CaseFacts, today: BusinessDate): RestReason | undefined {
  const open = facts.invoices.filter((invoice) => invoice.open > 0n);
  if (open.length === 0) return 'nothing open';
  if (open.every(({ excluded }) => excluded)) return 'excluded';
  const shares = sharesOf(facts, today);
  const held = holders.map((because) => ({ because, amount: totalOf(shares, because) }));
  const most = held.reduce((best, one) => (one.amount > best.amount ? one : best));
  return most.amount > 0n ? most.because : undefined;
}

/** Of equal holders the first one names the reason. */
const holders = ['planned', 'promised', 'disputed', 'covered', 'paused'] as const;

function totalOf(shares: readonly Shares[], part: keyof Shares): bigint {
  return shares.reduce((sum, share) => sum + share[part], 0n);
}
