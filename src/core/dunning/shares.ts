import type { BusinessDate } from '../calendar/business-date.ts';
import type { CaseFacts, InvoiceFacts } from './facts.ts';

/**
 * What is open of an invoice, parted by what holds it. The parts make the whole, so that nothing is pressed twice and
 * nothing is forgotten; minor units, none negative.
 */
export interface Shares {
  readonly excluded: bigint;
  /** On an instalment plan. */
  readonly planned: bigint;
  readonly paused: bigint;
  readonly disputed: bigint;
  readonly promised: bigint;
  /** Money advised or not allocated yet: it has no invoice of its own, so it rests the oldest amounts. */
  readonly covered: bigint;
  readonly pressed: bigint;
}

/**
 * The shares of each invoice on a day, in the order of the invoices. A pause of the whole case holds all of them. Where
 * a part is both disputed and promised, it is disputed: a word given before the fault was found is not held against
 * anybody.
 */
export function sharesOf(facts: CaseFacts, today: BusinessDate): readonly Shares[] {
  const caseRests = facts.pausedUntil !== undefined && today < facts.pausedUntil;
  const shares = facts.invoices.map((invoice) => sharesBeforeCover(invoice, today, caseRests));
  let cover = coverOn(facts, today);
  if (cover <= 0n) return shares;
  for (const index of oldestFirst(facts.invoices)) {
    const share = shares[index];
    if (share === undefined) continue;
    const covered = least(share.pressed, cover);
    shares[index] = { ...share, covered, pressed: share.pressed - covered };
    cover -= covered;
  }
  return shares;
}

function sharesBeforeCover(invoice: InvoiceFacts, today: BusinessDate, caseRests: boolean): Shares {
  const { open, excluded, pausedUntil } = invoice;
  if (excluded) return { ...none, excluded: open };
  if (invoice.onPlan) return { ...none, planned: open };
  if (caseRests || (pausedUntil !== undefined && today < pausedUntil)) return { ...none, paused: open };
  const disputed = least(invoice.disputed, open);
  const promised = least(invoice.promised, open - disputed);
  return { ...none, disputed, promised, pressed: open - disputed - promised };
}

const none: Shares = {
  excluded: 0n,
  planned: 0n,
  paused: 0n,
  disputed: 0n,
  promised: 0n,
  covered: 0n,
  pressed: 0n,
};

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function coverOn({ cover }: CaseFacts, today: BusinessDate): bigint {
  return cover.filter(({ until }) => today < until).reduce((sum, { amount }) => sum + amount, 0n);
}

function oldestFirst(invoices: readonly InvoiceFacts[]): readonly number[] {
  const age = ({ effectiveDueOn, id }: InvoiceFacts): string =>
    `${effectiveDueOn} ${String(id).padStart(16, '0')}`;
  return invoices
    .map((invoice, index) => ({ index, age: age(invoice) }))
    .sort((a, b) => (a.age < b.age ? -1 : 1))
    .map(({ index }) => index);
}
