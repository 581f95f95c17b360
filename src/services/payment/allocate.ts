import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { quoted } from '../../core/reading/quoted.ts';

/** An open invoice, as far as spreading cash over several goes. */
export interface Payable {
  readonly id: number;
  readonly number: string;
  readonly effectiveDueOn: BusinessDate;
  /** Minor units of the payment's currency. */
  readonly open: bigint;
}

export interface Share {
  readonly invoice: Payable;
  readonly amount: bigint;
}

/** What a payment pays; the shares and what is not applied make its amount. */
export interface Allocation {
  readonly shares: readonly Share[];
  readonly unapplied: bigint;
}

/**
 * Spreads a payment over open invoices: over those that the payer named, in their order, and over no others; else an
 * amount that is exactly one invoice's pays that one, as if it had been named; else the oldest due first.
 * @throws DomainError `invalid` for a number that is not open.
 */
export function allocate(
  amount: bigint,
  invoices: readonly Payable[],
  named?: readonly string[],
): Allocation {
  let left = amount;
  const shares = orderFor(amount, invoices, named).map((invoice): Share => {
    const share = invoice.open < left ? invoice.open : left;
    left -= share;
    return { invoice, amount: share };
  });
  return { shares: shares.filter((share) => share.amount > 0n), unapplied: left };
}

function orderFor(
  amount: bigint,
  invoices: readonly Payable[],
  named: readonly string[] | undefined,
): readonly Payable[] {
  if (named !== undefined) return [...new Set(named.map((number) => invoiceNamed(invoices, number)))];
  const oldestFirst = invoices.toSorted(byAge);
  const exact = oldestFirst.find((invoice) => invoice.open === amount);
  return exact === undefined ? oldestFirst : [exact];
}

function invoiceNamed(invoices: readonly Payable[], number: string): Payable {
  const found = invoices.find((invoice) => invoice.number.toLowerCase() === number.toLowerCase());
  if (found !== undefined) return found;
  const open = invoices.toSorted(byAge).map((invoice) => invoice.number);
  const some =
    open.length === 0
      ? 'nothing is'
      : `open are ${open.slice(0, 5).join(', ')}${open.length > 5 ? ', …' : ''}`;
  throw new DomainError('invalid', `Invoice ${quoted(number)} is not open for this customer: ${some}.`);
}

function byAge(a: Payable, b: Payable): number {
  if (a.effectiveDueOn === b.effectiveDueOn) return a.id - b.id;
  return a.effectiveDueOn < b.effectiveDueOn ? -1 : 1;
}
