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
 * the place of the old one. What is promised beyond what is pressed is of what they dispute: it rests on when the
 * dispute is over. The lines make the whole amount, unless less than that is pressed or disputed.
 */
export function spreadPromise(
  amount: bigint,
  facts: CaseFacts,
  today: BusinessDate,
  named: readonly number[] = [],
): readonly PromiseLine[] {
  const invoices = inOrder(pressedWithoutPromises(facts, today), named);
  const ofPressed = shareOut(
    amount,
    invoices.map(({ pressed }) => pressed),
  );
  const left = ofPressed.reduce((rest, part) => rest - part, amount);
  const ofDisputed = shareOut(
    left,
    invoices.map(({ invoice }) => invoice.disputed),
  );
  return invoices.flatMap(({ invoice, pressed }, index) => {
    const [part, more] = [ofPressed[index] ?? 0n, ofDisputed[index] ?? 0n];
    const rest = part > 0n ? pressed - part : invoice.disputed - more;
    const whole = rest === 0n || rest < facts.floor;
    return part + more > 0n ? [{ invoice: invoice.id, amount: part + more, whole }] : [];
  });
}

/** As much of an amount to each as they take, in order. */
function shareOut(amount: bigint, takes: readonly bigint[]): readonly bigint[] {
  let left = amount;
  return takes.map((take) => {
    const part = take < left ? take : left;
    left -= part;
    return part;
  });
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
