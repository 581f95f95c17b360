import type { Notice } from '../notice.ts';
import { refreshCards } from '../outbox/card.ts';
import { mentionInThread, tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';

export type StopNews = Omit<Extract<Notice, { readonly kind: 'stop' }>, 'kind' | 'caseId'>;

/** Says it where the first of the cases is spoken about, and beside it where a case has a thread already. */
export async function tellOfStop(scope: Scope, caseIds: readonly number[], news: StopNews): Promise<void> {
  const [first, ...others] = caseIds;
  if (first === undefined) return;
  await tellCase(scope, first, { kind: 'stop', caseId: first, ...news });
  for (const caseId of others) await mentionInThread(scope, caseId, { kind: 'stop', caseId, ...news });
  await refreshCards(scope, 'case', caseIds.map(String));
}
