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
 * Spreads a promised amount over what a case is pressed for: the invoices that the customer named first, then the
 * others, the oldest due date first among both. What is promised already does not count, because a new promise takes
 * the place of the old one. The lines make the whole amount, unless less than that is pressed.
 */
export function spreadPromise(
  amount: bigint,
  facts: CaseFacts,
  today: BusinessDate,
  named: readonly number[] = [],
): readonly PromiseLine[] {
  const lines: PromiseLine[] = [];
  let left = amount;
  for (const { invoice, pressed } of inOrder(pressedWithoutPromises(facts, today), named)) {
    const part = pressed < left ? pressed : left;
    if (part <= 0n) continue;
    const rest = pressed - part;
    lines.push({ invoice: invoice.id, amount: part, whole: rest === 0n || rest < facts.floor });
    left -= part;
  }
  return lines;
}

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

function inOrder(invoices: readonly Pressed[], named: readonly number[]): readonly Pressed[] {
  const rank = ({ invoice }: Pressed): number => (named.includes(invoice.id) ? 0 : 1);
  return invoices.toSorted((a, b) => rank(a) - rank(b) || byAge(a.invoice, b.invoice));
}

function byAge(a: InvoiceFacts, b: InvoiceFacts): number {
  if (a.effectiveDueOn === b.effectiveDueOn) return a.id - b.id;
  return a.effectiveDueOn < b.effectiveDueOn ? -1 : 1;
}
