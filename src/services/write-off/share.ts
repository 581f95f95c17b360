import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { allocate, type Payable } from '../payment/allocate.ts';

/** What shall be given up: of invoices by their numbers all that is open, an amount, or all small rests. */
export type WriteOffWish =
  | { readonly kind: 'invoices'; readonly numbers: readonly string[] }
  | { readonly kind: 'amount'; readonly amount: bigint }
  | { readonly kind: 'residuals' };

/** A part of one invoice that is given up; minor units. */
export interface WriteOffShare {
  readonly invoiceId: number;
  readonly number: string;
  readonly amount: bigint;
  readonly open: bigint;
}

/**
 * Spreads what shall be given up over open invoices: an amount that is exactly one invoice's is that one's, any other
 * is taken from the oldest due first. Small rests are those below the floor: too little to press for.
 * @throws DomainError `invalid` for a number that is not open, for more than is open, and when there is no small rest
 */
export function shareWriteOff(
  wish: WriteOffWish,
  open: readonly Payable[],
  { floor, currency }: { readonly floor: bigint; readonly currency: string },
): readonly WriteOffShare[] {
  const shown = (minor: bigint): string => formatMoney(money(minor, currency));
  const total = open.reduce((sum, one) => sum + one.open, 0n);
  switch (wish.kind) {
    case 'invoices':
      return allocate(total, open, wish.numbers).shares.map(shareOf);
    case 'amount': {
      if (wish.amount <= 0n) throw new DomainError('invalid', 'A write-off needs an amount above zero.');
      if (wish.amount > total)
        throw new DomainError(
          'invalid',
          `${shown(wish.amount)} is more than the ${shown(total)} that are open.`,
        );
      return allocate(wish.amount, open).shares.map(shareOf);
    }
    case 'residuals': {
      const small = open.filter((one) => one.open < floor);
      if (small.length > 0) return small.map((invoice) => shareOf({ invoice, amount: invoice.open }));
      throw new DomainError(
        'invalid',
        `No invoice has less than ${shown(floor)} open: there is no small rest.`,
      );
    }
  }
}

function shareOf({
  invoice: { id, number, open },
  amount,
}: {
  readonly invoice: Payable;
  readonly amount: bigint;
}): WriteOffShare {
  return { invoiceId: id, number, amount, open };
}
