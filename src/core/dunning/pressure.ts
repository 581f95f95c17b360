import type { BusinessDate } from '../calendar/business-date.ts';
import { dateIn } from '../calendar/zone.ts';
import type { CaseFacts, InvoiceFacts } from './facts.ts';
import type { RestReason } from './decision.ts';

/**
 * How much of each invoice is pressed on a day, in the order of the invoices: what is open, less what is promised,
 * disputed or covered. Cover has no invoice of its own, so it rests the oldest amounts.
 */
export function pressedAmounts(facts: CaseFacts, today: BusinessDate): readonly bigint[] {
  const pressed = facts.invoices.map(pressable);
  let cover = coverOn(facts, today);
  if (cover <= 0n) return pressed;
  for (const index of oldestFirst(facts.invoices)) {
    const amount = pressed[index] ?? 0n;
    const covered = amount < cover ? amount : cover;
    pressed[index] = amount - covered;
    cover -= covered;
  }
  return pressed;
}

/** All that is pressed of a case at an instant, minor units. */
export function pressedOf(facts: CaseFacts, now: Date): bigint {
  return total(pressedAmounts(facts, dateIn(facts.calendar.zone, now)), (amount) => amount);
}

/** What holds the most of a case's open amount on a day; undefined when nothing holds any of it. */
export function heldBy(facts: CaseFacts, today: BusinessDate): RestReason | undefined {
  const open = facts.invoices.filter((invoice) => invoice.open > 0n);
  if (open.length === 0) return 'nothing open';
  const counted = open.filter(({ excluded }) => !excluded);
  if (counted.length === 0) return 'excluded';
  const pressed = total(pressedAmounts(facts, today), (amount) => amount);
  const held = [
    { because: 'promised', amount: total(counted, ({ promised }) => promised) },
    { because: 'disputed', amount: total(counted, ({ disputed }) => disputed) },
    { because: 'covered', amount: total(counted, pressable) - pressed },
  ] as const;
  const most = held.reduce((best, one) => (one.amount > best.amount ? one : best));
  return most.amount > 0n ? most.because : undefined;
}

function pressable({ excluded, open, promised, disputed }: InvoiceFacts): bigint {
  if (excluded) return 0n;
  const rest = open - promised - disputed;
  return rest > 0n ? rest : 0n;
}

function coverOn(facts: CaseFacts, today: BusinessDate): bigint {
  return total(
    facts.cover.filter(({ until }) => today < until),
    ({ amount }) => amount,
  );
}

function oldestFirst(invoices: readonly InvoiceFacts[]): readonly number[] {
  const age = ({ effectiveDueOn, id }: InvoiceFacts): string =>
    `${effectiveDueOn} ${String(id).padStart(16, '0')}`;
  return invoices
    .map((invoice, index) => ({ index, age: age(invoice) }))
    .sort((a, b) => (a.age < b.age ? -1 : 1))
    .map(({ index }) => index);
}

function total<T>(items: readonly T[], amountOf: (item: T) => bigint): bigint {
  return items.reduce((sum, item) => sum + amountOf(item), 0n);
}
