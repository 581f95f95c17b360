import { type ApprovalDecision, consumeApproval } from '../../../db/queries/approval/consume.ts';
import { askersOf, findApproval } from '../../../db/queries/approval/find.ts';
import { addVote, votesOn } from '../../../db/queries/approval/votes.ts';
import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { type Member, roster } from '../member/roster.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { approversOf, type Asking, ownerOf, stillAsked } from './approvers.ts';
import { refreshApproval } from './bundle.ts';
import { refuseInShadow, refuseSecond, requireApprover } from './may-decide.ts';
import { deny, grant, overtaken } from './subject.ts';

export type Verdict =
  | { readonly kind: 'approve' }
  /** Refused, with the reason and the day to look again. */
  | { readonly kind: 'refuse'; readonly reason: string; readonly reviewOn: BusinessDate };

/** What a press did. */
export type Decided =
  | { readonly status: 'approved' | 'refused' }
  | { readonly status: 'lapsed'; readonly because: string }
  /** It needs more people: these, any of them. */
  | { readonly status: 'agreed'; readonly missing: readonly string[] };

/** An approval that is being decided, while its cases are held. */
interface Matter extends Asking {
  readonly row: ApprovalRow;
  readonly people: ReadonlyMap<number, Member>;
  readonly person: Member;
}

/**
 * Decides an approval, once: whoever comes second is told who was first. Where two people must agree, the first of them
 * only does that, and either of them refuses for both. An approval of what is no longer so, such as another sum, lapses
 * instead of being given.
 * @throws DomainError `forbidden` for the case's owner, whoever asked, and anybody who is not asked; `conflict` when it
 * was decided already, has lapsed, or the same person agreed before.
 */
export async function decideApproval(
  office: Office,
  actor: Actor,
  approvalId: number,
  verdict: Verdict,
): Promise<Decided> {
  return within(office, actor.workspaceId, async (scope) => {
    const matter = await holdMatter(scope, actor, approvalId);
    const { row } = matter;
    const decided = await conclude(scope, matter, verdict);
    await refreshApproval(scope, row.id);
    if (!isToldOtherwise(row, decided))
      await tellCase(scope, row.caseId, { kind: 'approval decided', caseId: row.caseId, approvalId: row.id });
    // A hand-over stops the customer, and with that all its cases.
    await wakeCases(scope, await caseIdsBeside(scope.tx, row.caseId));
    return decided;
  });
}

/** Its card says who agrees; and a hold says itself by whom it was approved or lifted. */
function isToldOtherwise({ kind }: ApprovalRow, { status }: Decided): boolean {
  return status === 'agreed' || (status === 'approved' && (kind === 'hold' || kind === 'hold release'));
}

/** The approval as it is while its case, and those of the same customer, are held by somebody who may decide. */
async function holdMatter(scope: Scope, actor: Actor, approvalId: number): Promise<Matter> {
  const seen = await findApproval(scope.tx, approvalId);
  if (seen === undefined) throw new DomainError('not_found', `There is no approval ${approvalId} here.`);
  await lockCases(scope.tx, await caseIdsBeside(scope.tx, seen.caseId));
  const row = (await findApproval(scope.tx, approvalId)) ?? seen;
  const people = await roster(scope);
  const votes = (await votesOn(scope.tx, [row.id])).map(({ memberId }) => memberId);
  const askers = (await askersOf(scope.tx, [row.id])).get(row.id) ?? [];
  const asking = { row, people, ownerId: await ownerOf(scope, row.caseId), askers, votes };
  const person = requireApprover(scope, asking, actor);
  refuseSecond(people, row);
  return { ...asking, person };
}

async function conclude(scope: Scope, matter: Matter, verdict: Verdict): Promise<Decided> {
  const { row } = matter;
  if (verdict.kind === 'refuse') {
    const { reason, reviewOn } = verdict;
    refusePastReview(scope, reviewOn);
    await deny(scope, row, 'refused', reason);
    await consume(scope, matter, { status: 'refused', reason, reviewOn });
    return { status: 'refused' };
  }
  const file = await loadCaseFile(scope, row.caseId);
  const change = await overtaken(scope, row, file);
  if (change !== undefined) {
    await deny(scope, row, 'lapsed', change);
    await consume(scope, matter, { status: 'lapsed', reason: change });
    return { status: 'lapsed', because: change };
  }
  refuseInShadow(scope, file, row);
  return agree(scope, matter, file);
}

/** One more agrees: the last one who is needed decides. */
async function agree(scope: Scope, matter: Matter, file: CaseFile): Promise<Decided> {
  const { row, people, person, votes } = matter;
  const bench = approversOf(scope, people, { ...matter, votes: [...votes, person.id] });
  if (votes.includes(person.id) && bench.missing > 0)
    throw new DomainError(
      'conflict',
      `You agreed already; still missing is ${stillAsked(people, bench).join(' or ') || 'somebody else'}. Your press changed nothing.`,
    );
  await addVote(scope.tx, { approvalId: row.id, memberId: person.id, at: scope.now });
  if (bench.missing > 0) {
    await record(scope, [{ what: `${row.step} agreed to`, memberId: person.id, caseId: row.caseId }]);
    return { status: 'agreed', missing: stillAsked(people, bench) };
  }
  await consume(scope, matter, { status: 'approved', decidedAlone: bench.alone });
  await grant(scope, row, file, person.id);
  return { status: 'approved' };
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
  { row, people, person, votes }: Matter,
  decision: Omit<ApprovalDecision, 'decidedBy' | 'decidedAt'>,
): Promise<void> {
  const isFirst = await consumeApproval(scope.tx, row.id, {
    ...decision,
    decidedBy: person.id,
    decidedAt: scope.now,
  });
  if (!isFirst)
    throw new DomainError('conflict', 'Somebody decided this a moment ago; your press changed nothing.');
  const others = votes.filter((id) => id !== person.id).map((id) => people.get(id)?.name ?? 'somebody');
  const details = {
    ...(others.length === 0 ? {} : { with: others.join(', ') }),
    ...(decision.decidedAlone === true ? { alone: true } : {}),
    ...(typeof decision.reason === 'string' ? { reason: decision.reason } : {}),
  };
  const entry = { what: `${row.step} ${decision.status}`, memberId: person.id, caseId: row.caseId, details };
  await record(scope, [entry]);
}
