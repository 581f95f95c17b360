import { linesOfDisputes } from '../../../db/queries/dispute/find.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
import type { Group } from '../../core/group-by.ts';
import { formatMoney, money } from '../../core/money.ts';
import { wakeCases } from '../case/wake.ts';
import type { Notice } from '../notice.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

interface Settled {
  readonly event: Extract<Notice, { readonly kind: 'dispute' }>['event'];
  readonly memberId: number | null;
  /** Minor units. */
  readonly upheld: bigint;
  readonly answer: string | null;
  readonly currency: string;
}

/** Says in the thread what became of disputes of one case, takes them off the lists, and has the case judged afresh. */
export async function disputesSettled(
  scope: Scope,
  [first, ...others]: Group<DisputeRow>,
  { event, memberId, upheld, answer, currency }: Settled,
): Promise<void> {
  const inWords = (sum: bigint): string => formatMoney(money(sum, currency));
  const { caseId } = first;
  const ids = [first, ...others].map(({ id }) => id);
  const amount = others.reduce((sum, one) => sum + one.amount, first.amount);
  const lines = await linesOfDisputes(scope.tx, ids);
  await refreshCards(scope, 'dispute', ids.map(String));
  await tellCase(scope, caseId, {
    kind: 'dispute',
    caseId,
    event,
    memberId,
    amount: inWords(amount),
    invoices: [...new Set(lines.map(({ number }) => number))],
    upheld: inWords(upheld),
    pressed: inWords(amount - upheld),
    answer,
  });
  await refreshLists(scope, [caseId]);
  await wakeCases(scope, [caseId]);
}
