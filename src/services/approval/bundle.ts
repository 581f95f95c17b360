import { type Asked, approvalsInBundle, askedAbout, noteAsked } from '../../../db/queries/approval/asked.ts';
import { approvalsById } from '../../../db/queries/approval/find.ts';
import { timeIn } from '../../core/calendar/zone.ts';
import { refreshCards, showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/**
 * The message in which somebody is asked: one a person and hour, so that ten questions of a morning are one message. Once
 * all of them are answered another one begins: nobody is told of what changes in a message that they are done with.
 */
async function bundleOf({ tx, today, workspace, now }: Scope, memberId: number): Promise<string> {
  const time = timeIn(workspace.zone, now);
  const ofTheHour = `${memberId}:${today} ${time.slice(0, 2)}`;
  const ids = (await approvalsInBundle(tx, ofTheHour)).map(({ id }) => id);
  const listed = ids.length === 0 ? [] : await approvalsById(tx, ids);
  const isDone = listed.length > 0 && listed.every(({ status }) => status !== 'pending');
  return isDone ? `${memberId}:${today} ${time}` : ofTheHour;
}

/** Whose message it is. */
export function readerOfBundle(bundle: string): number {
  return Number(bundle.split(':', 1)[0]);
}

/** Who is asked about an approval now, by message. */
export interface Call {
  readonly approvalId: number;
  readonly memberIds: readonly number[];
}

/** Asks people: everything they are asked in an hour stands in one message, which is kept current. */
export async function askInBundles(scope: Scope, calls: readonly Call[]): Promise<void> {
  const asked: Asked[] = [];
  for (const memberId of new Set(calls.flatMap(({ memberIds }) => memberIds))) {
    const bundle = await bundleOf(scope, memberId);
    const theirs = calls.filter(({ memberIds }) => memberIds.includes(memberId));
    asked.push(...theirs.map(({ approvalId }) => ({ approvalId, memberId, bundle, at: scope.now })));
  }
  await noteAsked(scope.tx, asked);
  for (const [bundle, memberId] of new Map(asked.map((one) => [one.bundle, one.memberId])))
    await showCard(scope, 'approvals', bundle, { stream: directStream(memberId) });
}

/** Brings everything up to date that shows an approval: its card, and the messages of all who were asked. */
export async function refreshApproval(scope: Scope, approvalId: number): Promise<void> {
  const bundles = (await askedAbout(scope.tx, [approvalId])).map(({ bundle }) => bundle);
  await refreshCards(scope, 'approval', [String(approvalId)]);
  await refreshCards(scope, 'approvals', [...new Set(bundles)]);
}
