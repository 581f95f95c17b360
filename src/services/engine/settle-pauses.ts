import { endsOfPauses, numbersOfPauses } from '../../../db/queries/pause/find.ts';
import { noteTold } from '../../../db/queries/pause/write.ts';
import { groupBy } from '../../core/group-by.ts';
import { record } from '../audit/record.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';

/** A pause ends by itself, and the thread is told, once for all that end at a time: nobody has to remember it. */
export async function settlePauses(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const over = (await endsOfPauses(scope.tx, caseIds)).filter(({ endsAt }) => endsAt <= scope.now);
  for (const { id, caseId } of over) {
    await noteTold(scope.tx, id);
    await refreshCards(scope, 'pause', [String(id)]);
    await record(scope, [{ what: 'pause over', caseId, details: { pause: id } }]);
  }
  for (const [caseId, ended] of groupBy(over, (one) => one.caseId)) {
    const isWhole = ended.some(({ whole }) => whole);
    const invoices = isWhole ? [] : await numbersOfPauses(scope.tx, idsOf(ended));
    await tellCase(scope, caseId, {
      kind: 'pause over',
      caseId,
      memberId: null,
      ...(!isWhole && { invoices }),
    });
  }
}

const idsOf = (pauses: readonly { readonly id: number }[]): readonly number[] => pauses.map(({ id }) => id);
