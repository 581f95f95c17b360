import { changeHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import { announceHold } from '../hold-news/announce.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { owedWords, type StillOwed } from './still-owed.ts';

/**
 * Says that a hold stays when what it is for was paid in part, or grew: in the thread, and to whoever shows the sum on
 * a locked page. The sum that stood when it was put on is known from there.
 */
export async function tellOwed(scope: Scope, hold: HoldRow, owed: readonly StillOwed[]): Promise<void> {
  const toldOwed = owedWords(owed);
  if (toldOwed === hold.toldOwed) return;
  await changeHold(scope.tx, hold.id, 'on', { toldOwed });
  // What falls due later joins one that was put on before anything was overdue: that is no news of a payment.
  if (hold.toldOwed === null || hold.invoices.length === 0) return;
  const because = `${toldOwed} is still to be paid`;
  const { id, caseId, kind } = hold;
  await refreshCards(scope, 'hold', [String(id)]);
  await tellCase(scope, caseId, {
    kind: 'hold',
    caseId,
    hold: kind,
    event: 'stays',
    memberId: null,
    because,
  });
  await announceHold(scope, { event: 'amount changed', hold, because });
}
