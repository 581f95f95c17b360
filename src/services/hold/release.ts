import { findHold } from '../../../db/queries/hold/find.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { askApproval, whoIsAsked } from '../approval/ask.ts';
import { refuseUntilReview } from '../approval/refused-before.ts';
import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { record } from '../audit/record.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { Scope } from '../scope.ts';
import { holdChanged } from './changed.ts';

/** Whether releasing a hold by hand takes two people: it is on because of as much as the workspace's threshold. */
export function needsTwo({ workspace }: Scope, { owed }: Pick<HoldRow, 'owed'>): boolean {
  return owed >= workspace.twoPersonsFrom;
}

/**
 * Asks two people to release a hold that is on because of much. Returns who is asked, in words.
 * @throws DomainError `conflict` while that is asked already, and before the day to look again of a refusal
 */
export async function askRelease(
  scope: Scope,
  { people, actor }: HeldCase,
  row: HoldRow,
  reason: string,
): Promise<string> {
  const step = `${row.kind} hold release`;
  const waiting = (await pendingApprovals(scope.tx, [row.caseId])).find((one) => one.step === step);
  if (waiting !== undefined)
    throw new DomainError(
      'conflict',
      `${people.get(waiting.askedBy ?? 0)?.name ?? 'Somebody'} asked for this already; it waits for two people to agree.`,
    );
  await refuseUntilReview(scope, people, { caseId: row.caseId, kind: 'hold release', step });
  await changeHold(scope.tx, row.id, row.status, { liftedBecause: reason });
  const approval = await askApproval(scope, {
    caseId: row.caseId,
    kind: 'hold release',
    subjectId: row.id,
    step,
    amount: row.owed,
    invoices: [],
    needs: 2,
    askedBy: actor.id,
  });
  await record(scope, [
    { what: `${step} proposed`, memberId: actor.id, caseId: row.caseId, details: { reason } },
  ]);
  await wakeCases(scope, [row.caseId]);
  return whoIsAsked(scope, approval);
}

/** Lifts a hold that two people agreed to lift; the caller holds the customer's cases. */
export async function releaseHold(scope: Scope, holdId: number, memberId: number): Promise<void> {
  const row = await findHold(scope.tx, holdId);
  if (row?.status !== 'on' && row?.status !== 'suspended') return;
  await changeHold(scope.tx, holdId, row.status, {
    status: 'lifted',
    liftedAt: scope.now,
    liftedBy: memberId,
  });
  await holdChanged(scope, row, 'lifted', memberId, row.liftedBecause ?? 'two people agreed');
}
