import { type ApprovalDecision, consumeApproval } from '../../../db/queries/approval/consume.ts';
import { findApproval } from '../../../db/queries/approval/find.ts';
import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole, type Member, roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { approversOf, mayDecide, ownerOf } from './approvers.ts';
import { deny, grant, overtaken } from './subject.ts';

export type Verdict =
  | { readonly kind: 'approve' }
  /** Refused, with the reason and the day to look again. */
  | { readonly kind: 'refuse'; readonly reason: string; readonly reviewOn: BusinessDate };

type Decided = ApprovalDecision['status'];

/**
 * Decides an approval, once: whoever comes second is told who was first. An approval of what is no longer so, such as
 * another sum, lapses instead of being given.
 * @throws DomainError `forbidden` for the case's owner and for anybody who is not asked; `conflict` when it was
 * decided already or has lapsed.
 */
export async function decideApproval(
  office: Office,
  actor: Actor,
  approvalId: number,
  verdict: Verdict,
): Promise<Decided> {
  return within(office, actor.workspaceId, async (scope) => {
    const row = await lockApproval(scope, approvalId);
    const people = await roster(scope);
    const person = await requireApprover(scope, people, actor, row);
    refuseSecond(people, row);
    const decided = await conclude(scope, row, person, verdict);
    await refreshCards(scope, 'approval', [String(row.id)]);
    await record(scope, [{ what: `${row.step} ${decided}`, memberId: person.id, caseId: row.caseId }]);
    await tellCase(scope, row.caseId, { kind: 'approval decided', caseId: row.caseId, approvalId: row.id });
    // A hand-over stops the customer, and with that all its cases.
    await wakeCases(scope, await caseIdsBeside(scope.tx, row.caseId));
    return decided;
  });
}

/** The approval as it is while its case, and those of the same customer, are held. */
async function lockApproval({ tx }: Scope, approvalId: number): Promise<ApprovalRow> {
  const row = await findApproval(tx, approvalId);
  if (row === undefined) throw new DomainError('not_found', `There is no approval ${approvalId} here.`);
  await lockCases(tx, await caseIdsBeside(tx, row.caseId));
  return (await findApproval(tx, approvalId)) ?? row;
}

async function requireApprover(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  actor: Actor,
  row: ApprovalRow,
): Promise<Member> {
  const person = people.get(actor.memberId);
  const asked = await approversOf(scope, people, row, true);
  const names = asked.map((one) => one.name).join(', ') || 'nobody yet: an admin names a manager with /team';
  if (person !== undefined && (await ownerOf(scope, row.caseId)) === person.id)
    throw new DomainError('forbidden', `You own this customer, so somebody else decides: ${names}.`);
  if (person !== undefined && row.askedBy === person.id)
    throw new DomainError('forbidden', `You asked for this, so somebody else decides: ${names}.`);
  if (person === undefined || !hasRole(person, mayDecide(row.kind)))
    throw new DomainError('forbidden', `You cannot decide this: that is for ${names}.`);
  return person;
}

function refuseSecond(people: ReadonlyMap<number, Member>, { status, decidedBy, reason }: ApprovalRow): void {
  if (status === 'pending') return;
  const who = (decidedBy === null ? undefined : people.get(decidedBy)?.name) ?? 'somebody';
  const how = status === 'lapsed' ? `lapsed, because ${reason ?? 'the sum changed'}` : `${status} by ${who}`;
  throw new DomainError('conflict', `Already ${how}; your press changed nothing.`);
}

/** What is approved is carried out at once, and in shadow mode nothing goes to customers. */
function refuseInShadow({ workspace }: Scope, { ladder }: CaseFile, { kind, step }: ApprovalRow): void {
  const kindOfStep = ladder.steps.find((one) => one.key === step)?.kind;
  const reachesThem = kindOfStep === 'claim' || kindOfStep === 'hold';
  if (!workspace.shadow || (!reachesThem && kind !== 'hold')) return;
  throw new DomainError(
    'conflict',
    'Shadow mode is on, so nothing goes to customers: a manager lets letters out with /team first.',
  );
}

async function conclude(scope: Scope, row: ApprovalRow, person: Member, verdict: Verdict): Promise<Decided> {
  if (verdict.kind === 'refuse') {
    const { reason, reviewOn } = verdict;
    refusePastReview(scope, reviewOn);
    await deny(scope, row, 'refused');
    return consume(scope, row, person, { status: 'refused', reason, reviewOn });
  }
  const file = await loadCaseFile(scope, row.caseId);
  const change = await overtaken(scope, row, file);
  if (change !== undefined) {
    await deny(scope, row, 'lapsed');
    return consume(scope, row, person, { status: 'lapsed', reason: change });
  }
  refuseInShadow(scope, file, row);
  const decided = await consume(scope, row, person, { status: 'approved' });
  await grant(scope, row, file, person.id);
  return decided;
}

function refusePastReview(scope: Scope, reviewOn: BusinessDate): void {
  if (reviewOn <= scope.today)
    throw new DomainError(
      'invalid',
      `${formatDate(reviewOn)} is not ahead: choose a later day to look again.`,
    );
}

/** Decides, unless somebody was faster. */
async function consume(
  scope: Scope,
  row: ApprovalRow,
  person: Member,
  decision: Omit<ApprovalDecision, 'decidedBy' | 'decidedAt'>,
): Promise<Decided> {
  const isFirst = await consumeApproval(scope.tx, row.id, {
    ...decision,
    decidedBy: person.id,
    decidedAt: scope.now,
  });
  if (!isFirst)
    throw new DomainError('conflict', 'Somebody decided this a moment ago; your press changed nothing.');
  return decision.status;
}
