import { endsOfPauses } from '../../../db/queries/pause/find.ts';
import { noteTold } from '../../../db/queries/pause/write.ts';
import { record } from '../audit/record.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';

/** A pause ends by itself, and the thread is told: nobody has to remember it. */
export async function settlePauses(scope: Scope, caseIds: readonly number[]): Promise<void> {
  for (const { id, caseId, endsAt } of await endsOfPauses(scope.tx, caseIds)) {
    if (endsAt > scope.now) continue;
    await noteTold(scope.tx, id);
    await refreshCards(scope, 'pause', [String(id)]);
    await tellCase(scope, caseId, { kind: 'pause over', caseId, memberId: null });
    await record(scope, [{ what: 'pause over', caseId, details: { pause: id } }]);
  }
}
