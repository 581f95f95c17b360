import type { HoldRow } from '../../../db/schema/index.ts';
import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { record } from '../audit/record.ts';
import type { Notice } from '../notice.ts';
import { refreshCards } from '../outbox/card.ts';
import { showInThread, tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';

type HoldEvent = Extract<Notice, { readonly kind: 'hold' }>['event'];

/**
 * Announces what became of a hold: in the thread, on its card and on the cards of all the customer's cases. Whoever
 * locks and unlocks a service by machine listens here.
 */
export async function holdChanged(
  scope: Scope,
  { id, caseId, kind }: HoldRow,
  event: HoldEvent,
  memberId: number | null,
  because: string,
): Promise<void> {
  if (event === 'on') await showInThread(scope, caseId, 'hold', String(id));
  else await refreshCards(scope, 'hold', [String(id)]);
  await tellCase(scope, caseId, { kind: 'hold', caseId, hold: kind, event, memberId, because });
  await refreshCards(scope, 'case', (await caseIdsBeside(scope.tx, caseId)).map(String));
  await record(scope, [
    {
      what: `${kind} hold ${event}`,
      ...(memberId === null ? {} : { memberId }),
      caseId,
      details: { hold: id, because },
    },
  ]);
}
