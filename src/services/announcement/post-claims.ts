import { findApproval } from '../../../db/queries/approval/find.ts';
import { lapseApproved } from '../../../db/queries/approval/consume.ts';
import { endAnnouncement } from '../../../db/queries/announcement/write.ts';
import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { lastClaim } from '../../../db/queries/letter/find.ts';
import type { AnnouncementRow, ApprovalRow } from '../../../db/schema/index.ts';
import { carryOut } from '../approval/carry-out.ts';
import { overtaken } from '../approval/subject.ts';
import { loadCaseFile } from '../case/file.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';
import { withdraw } from './end.ts';
import { refreshAnnouncements } from './refresh.ts';

/** Has the claims posted whose announced time has come; one that the facts overtook lapses, and its card says why. */
export async function postClaims(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const due = (await waitingAnnouncements(scope.tx, caseIds)).filter(
    ({ approvalId, goesAt }) => approvalId !== null && goesAt <= scope.now,
  );
  for (const row of due) {
    const approval = await findApproval(scope.tx, row.approvalId ?? 0);
    if (approval !== undefined) await post(scope, row, approval);
  }
}

async function post(scope: Scope, row: AnnouncementRow, approval: ApprovalRow): Promise<void> {
  const file = await loadCaseFile(scope, row.caseId);
  const change = scope.workspace.shadow ? 'shadow mode is on' : await overtaken(scope, approval, file);
  if (change !== undefined) return takeBack(scope, row, approval.id, change);
  await carryOut(scope, approval, file, approval.decidedBy ?? 0);
  const letterId = (await lastClaim(scope.tx, row.caseId))?.id ?? null;
  await endAnnouncement(scope.tx, row.id, { status: 'gone', letterId, endedAt: scope.now });
  await refreshAnnouncements(scope, [row]);
}

/** What was announced on an approval does not go. */
export async function takeBack(
  scope: Scope,
  row: AnnouncementRow,
  approvalId: number,
  because: string,
): Promise<void> {
  await withdraw(scope, row, because);
  await lapse(scope, approvalId, because);
}

/** An approval of what did not go after all: it is asked for afresh when it is due again. */
export async function lapse(scope: Scope, approvalId: number, because: string): Promise<void> {
  await lapseApproved(scope.tx, approvalId, because);
  await refreshCards(scope, 'approval', [String(approvalId)]);
}
