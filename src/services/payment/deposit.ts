import { keepAsDeposits } from '../../../db/queries/payment/find.ts';
import { DomainError } from '../../core/error.ts';
import { type Money, money } from '../../core/money.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { holdForFinance, lookAgain, tellChange } from './change.ts';
import { totalOf, unappliedOf } from './unapplied.ts';

/**
 * Keeps a case's unapplied cash for what is still to be delivered: it covers nothing that is open from now on, and
 * nobody has to allocate it.
 * @throws DomainError `forbidden` for whoever is not finance; `invalid` when there is no unapplied cash.
 */
export async function keepAsDeposit(office: Office, actor: Actor, caseId: number): Promise<Money> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdForFinance(scope, actor, caseId, 'keep cash as a deposit');
    const cash = (await unappliedOf(scope, caseId)).filter(({ isDeposit }) => !isDeposit);
    if (cash.length === 0)
      throw new DomainError('invalid', 'There is no unapplied cash here that could be kept as a deposit.');
    await keepAsDeposits(
      scope.tx,
      cash.map(({ paymentId }) => paymentId),
    );
    await tellChange(scope, held, { event: 'kept as deposit', amount: totalOf(cash) });
    await lookAgain(scope, caseId);
    return money(totalOf(cash), held.row.currency);
  });
}
