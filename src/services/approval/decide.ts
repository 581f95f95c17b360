import { and, eq } from 'drizzle-orm';
import { approval } from '../../../db/schema/index.ts';
import { lockCases } from '../../../db/queries/lock-cases.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole, type Member, roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { approversOf, ownerOf } from './approvers.ts';
import { carryOut } from './carry-out.ts';

export type Verdict =
  | { readonly kind: 'approve' }
  /** Refused, with the reason and the day to look again. */
  | { readonly kind: 'refuse'; readonly reason: string; readonly reviewOn: BusinessDate };

type Approval = typeof approval.$inferSelect;

/**
 * Decides an approval, once: whoever comes second is told who was first. An approval of a sum that is no longer the
 * sum lapses instead of being given, and is asked anew.
 * @throws DomainError `forbidden` for the case's owner and for anybody who is not asked; `conflict` when it was
 * decided already or has lapsed.
 */
export async function decideApproval(
  office: Office,
  actor: Actor,
  approvalId: number,
  verdict: Verdict,
): Promise<'approved' | 'refused' | 'lapsed'> {
  return within(office, actor.workspaceId, async (scope) => {
    const row = await lockApproval(scope, approvalId);
    const people = await roster(scope);
    const person = await requireApprover(scope, people, actor, row.caseId);
    refuseSecond(people, row);
    const [file] = await loadCaseFiles(scope, [row.caseId]);
    const outcome = await conclude(scope, row, person, file!, verdict);
    await refreshCards(scope, 'approval', [String(row.id)]);
    await record(scope, [{ what: `${row.step} ${outcome}`, memberId: person.id, caseId: row.caseId }]);
    await tellCase(scope, row.caseId, { kind: 'approval decided', caseId: row.caseId, approvalId: row.id });
    await wakeCases(scope, [row.caseId]);
    return outcome;
  });
}

async function lockApproval(scope: Scope, approvalId: number): Promise<Approval> {
  const read = async (): Promise<Approval | undefined> =>
    (await scope.tx.select().from(approval).where(eq(approval.id, approvalId)))[0];
  const row = await read();
  if (row === undefined) throw new DomainError('not_found', `There is no approval ${approvalId} here.`);
  await lockCases(scope.tx, [row.caseId]);
  return (await read()) ?? row;
}

async function requireApprover(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  actor: Actor,
  caseId: number,
): Promise<Member> {
  const person = people.get(actor.memberId);
  const asked = await approversOf(scope, people, caseId, true);
  const names = asked.map((one) => one.name).join(', ') || 'nobody yet: an admin names a manager with /team';
  if (person !== undefined && (await ownerOf(scope, caseId)) === person.id)
    throw new DomainError('forbidden', `You own this customer, so somebody else decides: ${names}.`);
  if (person === undefined || !hasRole(person, ['manager', 'admin']))
    throw new DomainError('forbidden', `You cannot decide this: that is for ${names}.`);
  return person;
}

function refuseSecond(people: ReadonlyMap<number, Member>, row: Approval): void {
  if (row.status === 'pending') return;
  const by =
    row.decidedBy === null ? 'the sum changed' : `by ${people.get(row.decidedBy)?.name ?? 'somebody'}`;
  throw new DomainError('conflict', `Already ${row.status} ${by}; your press changed nothing.`);
}

async function conclude(
  scope: Scope,
  row: Approval,
  person: Member,
  file: CaseFile,
  verdict: Verdict,
): Promise<'approved' | 'refused' | 'lapsed'> {
  if (verdict.kind === 'refuse') {
    refusePastReview(scope, verdict.reviewOn);
    await consume(scope, row, person, {
      status: 'refused',
      reason: verdict.reason,
      reviewOn: verdict.reviewOn,
    });
    return 'refused';
  }
  if (sumOf(file, row.invoices) !== row.amount) {
    await consume(scope, row, person, {
      status: 'lapsed',
      reason: `the sum changed from ${formatMoney(money(row.amount, file.facts.currency))} to ${formatMoney(money(sumOf(file, row.invoices), file.facts.currency))}`,
    });
    return 'lapsed';
  }
  await consume(scope, row, person, { status: 'approved' });
  await carryOut(scope, row, file);
  return 'approved';
}

function refusePastReview(scope: Scope, reviewOn: BusinessDate): void {
  if (reviewOn <= scope.today)
    throw new DomainError(
      'invalid',
      `${formatDate(reviewOn)} is not ahead: choose a later day to look again.`,
    );
}

function sumOf(file: CaseFile, named: readonly number[]): bigint {
  return file.facts.invoices.reduce(
    (sum, invoice) => (named.includes(invoice.id) ? sum + invoice.open : sum),
    0n,
  );
}

/** The compare-and-set that makes a decision one: nobody else's transaction can have left it pending too. */
async function consume(
  scope: Scope,
  row: Approval,
  person: Member,
  decision: Partial<typeof approval.$inferInsert>,
): Promise<void> {
  const updated = await scope.tx
    .update(approval)
    .set({ ...decision, decidedBy: person.id, decidedAt: scope.now })
    .where(and(eq(approval.id, row.id), eq(approval.status, 'pending')))
    .returning({ id: approval.id });
  if (updated.length === 0)
    throw new DomainError('conflict', 'Somebody decided this a moment ago; your press changed nothing.');
}
