import { consumeApproval } from '../../../db/queries/approval/consume.ts';
import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { mailedLetter } from '../../../db/queries/letter/find.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { takeBack } from '../announcement/post-claims.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { sumOf } from './frozen.ts';
import { refuseAddress } from './refuse-address.ts';

/**
 * Records that a mail which its server had taken came back: it counts as undelivered, its address as refused, and it
 * is owed again to the next address. A claim that is being asked for on the strength of it is withdrawn.
 * @param letterId which one; without it the last that was mailed
 * @throws DomainError `conflict` when there is no such letter, or its fate was recorded already.
 */
export async function letterBounced(
  office: Office,
  actor: Actor,
  caseId: number,
  letterId?: number,
): Promise<string> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const row = await mailedLetter(scope.tx, caseId, letterId);
    if (row === undefined)
      throw new DomainError(
        'conflict',
        'No letter of this case counts as delivered by mail: somebody recorded it already, or none went.',
      );
    const trouble = `came back, reported by ${held.actor.name}`;
    await settleLetter(scope.tx, row.id, { status: 'refused', settledAt: scope.now, trouble });
    await settleOccurrence(scope.tx, row.occurrenceId, { how: 'failed' });
    await refuseAddress(scope, row, 'it was returned');
    await withdrawApprovals(scope, held);
    await withdrawClaims(scope, caseId);
    await say(scope, held, row, trouble);
    return row.toAddress ?? 'their address';
  });
}

const bounced = 'the demand came back undelivered';

async function withdrawApprovals(scope: Scope, { row: { id }, actor }: HeldCase): Promise<void> {
  for (const approval of await pendingApprovals(scope.tx, [id])) {
    await consumeApproval(scope.tx, approval.id, {
      status: 'lapsed',
      reason: bounced,
      decidedBy: actor.id,
      decidedAt: scope.now,
    });
    await refreshCards(scope, 'approval', [String(approval.id)]);
  }
}

/** Nor is one posted that was approved on the strength of it. */
async function withdrawClaims(scope: Scope, caseId: number): Promise<void> {
  for (const row of await waitingAnnouncements(scope.tx, [caseId]))
    if (row.approvalId !== null) await takeBack(scope, row, row.approvalId, bounced);
}

async function say(scope: Scope, held: HeldCase, row: LetterRow, trouble: string): Promise<void> {
  const { caseId } = row;
  await tellCase(scope, caseId, {
    kind: 'letter',
    caseId,
    letter: row.kind,
    fate: `${trouble}: it counts as undelivered`,
    to: row.toAddress,
    amount: sumOf(row),
  });
  await record(scope, [
    { what: `${row.kind} bounced`, memberId: held.actor.id, caseId, details: { to: row.toAddress } },
  ]);
  await refreshLists(scope, [caseId]);
  await wakeCases(scope, [caseId]);
}
