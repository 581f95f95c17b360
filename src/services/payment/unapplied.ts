import { type UnappliedPayment, unappliedPayments } from '../../../db/queries/payment/unapplied.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';

export type { UnappliedPayment } from '../../../db/queries/payment/unapplied.ts';

/** A part of one payment. */
export interface Drawn {
  readonly paymentId: number;
  readonly amount: bigint;
}

/** What of a case's payments pays nothing yet: cash first, the oldest before, deposits last. */
export async function unappliedOf(scope: Scope, caseId: number): Promise<readonly UnappliedPayment[]> {
  return unappliedPayments(scope.tx, [caseId]);
}

export const totalOf = (payments: readonly UnappliedPayment[]): bigint =>
  payments.reduce((sum, { amount }) => sum + amount, 0n);

/**
 * Takes an amount out of payments in their order; the parts make the amount.
 * @throws DomainError `invalid` for nothing, for nothing there, and for more than there is.
 */
export function draw(
  payments: readonly UnappliedPayment[],
  amount: bigint,
  currency: string,
): readonly Drawn[] {
  const there = totalOf(payments);
  const shown = (minor: bigint): string => formatMoney(money(minor, currency));
  if (there === 0n)
    throw new DomainError('invalid', 'There is no unapplied cash here: all that came in pays invoices.');
  if (amount <= 0n) throw new DomainError('invalid', 'An amount above zero is needed.');
  if (amount > there)
    throw new DomainError('invalid', `${shown(amount)} is more than the ${shown(there)} of unapplied cash.`);
  let left = amount;
  return payments.flatMap(({ paymentId, amount: of }) => {
    const part = of < left ? of : left;
    left -= part;
    return part === 0n ? [] : [{ paymentId, amount: part }];
  });
}
