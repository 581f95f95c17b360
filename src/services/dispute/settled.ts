import { linesOfDisputes } from '../../../db/queries/dispute/find.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
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

/** Says in the thread what became of a dispute, takes it off the lists, and has the case judged afresh. */
export async function disputeSettled(
  scope: Scope,
  { id, caseId, amount }: DisputeRow,
  { event, memberId, upheld, answer, currency }: Settled,
): Promise<void> {
  const inWords = (sum: bigint): string => formatMoney(money(sum, currency));
  await refreshCards(scope, 'dispute', [String(id)]);
  const lines = await linesOfDisputes(scope.tx, [id]);
  await tellCase(scope, caseId, {
    kind: 'dispute',
    caseId,
    event,
    memberId,
    amount: inWords(amount),
    invoices: lines.map(({ number }) => number),
    upheld: inWords(upheld),
    pressed: inWords(amount - upheld),
    answer,
  });
  await refreshLists(scope, [caseId]);
  await wakeCases(scope, [caseId]);
}
