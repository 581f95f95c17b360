import { type Asked, askedAbout, noteAsked } from '../../../db/queries/approval/asked.ts';
import { timeIn } from '../../core/calendar/zone.ts';
import { refreshCards, showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** The message in which somebody is asked: one a person and hour, so that ten questions of a morning are one message. */
function bundleOf({ today, workspace, now }: Scope, memberId: number): string {
  return `${memberId}:${today} ${timeIn(workspace.zone, now).slice(0, 2)}`;
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
  const asked = calls.flatMap(({ approvalId, memberIds }) =>
    memberIds.map((memberId): Asked => ({
      approvalId,
      memberId,
      bundle: bundleOf(scope, memberId),
      at: scope.now,
    })),
  );
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
