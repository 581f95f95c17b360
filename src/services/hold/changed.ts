import type { HoldRow } from '../../../db/schema/index.ts';
import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { findHold } from '../../../db/queries/hold/find.ts';
import { ownerOf } from '../approval/approvers.ts';
import { announceHold } from '../hold-news/announce.ts';
import type { HoldNews } from '../hold-news/news.ts';
import { record } from '../audit/record.ts';
import type { Notice } from '../notice.ts';
import { refreshCards } from '../outbox/card.ts';
import { showInThread, tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { writeThatOff, writeThatOn } from './notify.ts';

type HoldEvent = Exclude<Extract<Notice, { readonly kind: 'hold' }>['event'], 'stays' | 'spared'>;

const announcedAs: Readonly<Record<HoldEvent, HoldNews['event']>> = {
  on: 'on',
  'on again': 'on again',
  lifted: 'lifted',
  'lifted against a promise': 'suspended',
};

/**
 * Says what became of a hold: in the thread, on its card, on the cards of all the customer's cases, to whoever locks
 * and unlocks by machine, and to the customer. Called once the row is changed, with the row as it was.
 */
export async function holdChanged(
  scope: Scope,
  { id, caseId, kind, status: before }: HoldRow,
  event: HoldEvent,
  memberId: number | null,
  because: string,
): Promise<void> {
  if (event === 'on') await showInThread(scope, caseId, 'hold', String(id));
  else await refreshCards(scope, 'hold', [String(id)]);
  const ownerId = (await ownerOf(scope, caseId)) ?? null;
  await tellCase(scope, caseId, { kind: 'hold', caseId, hold: kind, event, memberId, ownerId, because });
  const changed = await findHold(scope.tx, id);
  if (changed === undefined) return;
  await announceHold(scope, { event: announcedAs[event], hold: changed, because });
  await writeToCustomer(scope, changed, before);
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

/** What was open already, against a promise, is not opened again when that is kept. */
async function writeToCustomer(scope: Scope, now: HoldRow, before: HoldRow['status']): Promise<void> {
  if (now.status === 'on') await writeThatOn(scope, now);
  else if (before === 'on') await writeThatOff(scope, now);
}
