import type { BusinessDate } from '../calendar/business-date.ts';
import type { CaseFacts, InvoiceFacts } from '../dunning/facts.ts';
import { pressedAmounts } from '../dunning/pressure.ts';

/** The part of a promise that stands for one invoice. */
export interface PromiseLine {
  readonly invoice: number;
  /** Positive, minor units. */
  readonly amount: bigint;
  /** Nothing worth pressing is left of the invoice: all of it rests. */
  readonly whole: boolean;
}

/**
 * Spreads a promised amount: over the invoices that the customer named, then over what is due, then over the rest; each
 * time over what is pressed before what is disputed, which rests on when the dispute is over, and the oldest due date
 * first. What is promised already does not count, because a new promise takes the place of the old one. The lines make
 * the whole amount, unless less than that is pressed or disputed.
 */
export function spreadPromise(
  amount: bigint,
  facts: CaseFacts,
  today: BusinessDate,
  named: readonly number[] = [],
): readonly PromiseLine[] {
  const invoices = pressedWithoutPromises(facts, today).toSorted((a, b) => byAge(a.invoice, b.invoice));
  const turnOf = ({ invoice }: Pressed): number =>
    named.includes(invoice.id) ? 0 : invoice.effectiveDueOn <= today ? 1 : 2;
  const lines: PromiseLine[] = [];
  let left = amount;
  for (const turn of [0, 1, 2]) {
    const some = invoices.filter((one) => turnOf(one) === turn);
    const ofPressed = shareOut(left, some, ({ pressed }) => pressed);
    const ofDisputed = shareOut(left - sumOf(ofPressed), some, ({ invoice }) => invoice.disputed);
    left -= sumOf(ofPressed) + sumOf(ofDisputed);
    lines.push(...some.flatMap((one, n) => lineOf(facts, one, ofPressed[n] ?? 0n, ofDisputed[n] ?? 0n)));
  }
  return lines;
}

function lineOf(
  { floor }: CaseFacts,
  { invoice, pressed }: Pressed,
  part: bigint,
  more: bigint,
): readonly PromiseLine[] {
  const rest = part > 0n ? pressed - part : invoice.disputed - more;
  const whole = rest === 0n || rest < floor;
  return part + more > 0n ? [{ invoice: invoice.id, amount: part + more, whole }] : [];
}

/** As much of an amount to each as it takes, in order. */
function shareOut(
  amount: bigint,
  invoices: readonly Pressed[],
  takes: (one: Pressed) => bigint,
): readonly bigint[] {
  let left = amount;
  return invoices.map((one) => {
    const part = takes(one) < left ? takes(one) : left;
    left -= part;
    return part;
  });
}

const sumOf = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum + part, 0n);

interface Pressed {
  readonly invoice: InvoiceFacts;
  readonly pressed: bigint;
}

/** As if nothing were paused, either: a promise may well outlast the pause in which it was given. */
function pressedWithoutPromises(facts: CaseFacts, today: BusinessDate): readonly Pressed[] {
  const { pausedUntil: _case, ...running } = facts;
  const invoices = facts.invoices.map(({ pausedUntil: _one, ...invoice }) => ({ ...invoice, promised: 0n }));
  const pressed = pressedAmounts({ ...running, invoices }, today);
  return invoices.map((invoice, index) => ({ invoice, pressed: pressed[index] ?? 0n }));
}

function byAge(a: InvoiceFacts, b: InvoiceFacts): number {
  if (a.effectiveDueOn === b.effectiveDueOn) return a.id - b.id;
  return a.effectiveDueOn < b.effectiveDueOn ? -1 : 1;
}
