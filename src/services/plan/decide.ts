import { findPlan, instalmentsOf, invoicesOfPlan } from '../../../db/queries/plan/find.ts';
import { movePlan } from '../../../db/queries/plan/write.ts';
import type { PlanRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { ownerOf, stillAsked } from '../approval/approvers.ts';
import { laterWords } from '../approval/may-decide.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole, whoMay } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { agreeTo } from './agree.ts';
import { type PlanMeasure, planBench, rolesFor } from './approvers.ts';
import { newsOf, tellPlan } from './tell.ts';

export type PlanVerdict = { readonly kind: 'allow' } | { readonly kind: 'refuse'; readonly reason: string };

/**
 * Allows a proposed plan or refuses it, once. A plan whose invoices are no longer open for its sum lapses instead.
 * @throws DomainError `forbidden` for the customer's owner and whoever has no right; `conflict` when it was decided.
 */
export async function decidePlan(
  office: Office,
  actor: Actor,
  planId: number,
  verdict: PlanVerdict,
): Promise<'agreed' | 'refused' | 'lapsed'> {
  return within(office, actor.workspaceId, async (scope) => {
    const { row, held, file } = await holdPlan(scope, actor, planId);
    const alone = await requireRight(scope, held, await measureOf(scope, row, file));
    refuseDecided(held, row);
    const decided = await conclude(scope, held, { row, file, alone }, verdict);
    await wakeCases(scope, [row.caseId]);
    return decided;
  });
}

/**
 * Ends a plan that is proposed or being kept: what it covers is pressed again, from where it stood.
 * @throws DomainError `forbidden` for a rep who did not propose it; `conflict` when it is over.
 */
export async function cancelPlan(
  office: Office,
  actor: Actor,
  planId: number,
  reason: string,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const { row, held, file } = await holdPlan(scope, actor, planId);
    const isOwnProposal = row.status === 'proposed' && row.proposedBy === held.actor.id;
    if (!isOwnProposal && !hasRole(held.actor, ['lead', 'manager', 'admin']))
      throw new DomainError(
        'forbidden',
        `You cannot cancel a plan that was agreed: that is for ${whoMay(held.people, ['lead', 'manager'])}.`,
      );
    if (row.status !== 'proposed' && row.status !== 'agreed')
      throw new DomainError('conflict', `This plan is ${row.status}: there is nothing to cancel.`);
    await end(scope, held, row, file, { status: 'cancelled', reason });
    await wakeCases(scope, [row.caseId]);
  });
}

async function holdPlan(scope: Scope, actor: Actor, planId: number) {
  const seen = await findPlan(scope.tx, planId);
  if (seen === undefined) throw new DomainError('not_found', `There is no plan ${planId} here.`);
  const held = await holdCase(scope, actor, seen.caseId);
  const row = (await findPlan(scope.tx, planId)) ?? seen;
  return { row, held, file: await loadCaseFile(scope, row.caseId) };
}

async function measureOf(scope: Scope, row: PlanRow, file: CaseFile): Promise<PlanMeasure> {
  const instalments = await instalmentsOf(scope.tx, [row.id]);
  return { ...row, currency: file.facts.currency, instalments: instalments.length };
}

/** @returns whether they decide about their own customer, because there is nobody else */
async function requireRight(scope: Scope, { actor, people }: HeldCase, of: PlanMeasure): Promise<boolean> {
  const bench = await planBench(scope, people, of);
  if (bench.may.includes(actor.id)) return bench.alone;
  if ((await ownerOf(scope, of.caseId)) !== actor.id)
    throw new DomainError(
      'forbidden',
      `You cannot decide this plan: that is for ${whoMay(people, rolesFor(of))}.`,
    );
  const others = `somebody else decides: ${stillAsked(people, bench).join(', ')}`;
  throw new DomainError(
    'forbidden',
    `You own this customer, so ${laterWords(scope, bench, actor.id) ?? others}.`,
  );
}

function refuseDecided({ people }: HeldCase, { status, decidedBy }: PlanRow): void {
  if (status === 'proposed') return;
  const by = decidedBy === null ? undefined : people.get(decidedBy)?.name;
  throw new DomainError(
    'conflict',
    `The plan is ${status} already${by === undefined ? '' : `, decided by ${by}`}; your press changed nothing.`,
  );
}

async function conclude(
  scope: Scope,
  held: HeldCase,
  { row, file, alone }: { readonly row: PlanRow; readonly file: CaseFile; readonly alone: boolean },
  verdict: PlanVerdict,
): Promise<'agreed' | 'refused' | 'lapsed'> {
  if (verdict.kind === 'refuse')
    return end(scope, held, row, file, { status: 'refused', reason: verdict.reason });
  const change = await changeOfSum(scope, row, file);
  if (change !== undefined) return end(scope, held, row, file, { status: 'lapsed', reason: change });
  await agreeTo(scope, file, row, { by: held.actor.id, alone });
  return 'agreed';
}

/** Why the plan no longer fits the invoices; undefined when each is open for what it was. */
async function changeOfSum(scope: Scope, row: PlanRow, { facts }: CaseFile): Promise<string | undefined> {
  const covered = await invoicesOfPlan(scope.tx, row.id);
  const openOf = new Map(facts.invoices.map(({ id, open }) => [id, open]));
  if (covered.every(({ invoiceId, amount }) => openOf.get(invoiceId) === amount)) return undefined;
  const now = covered.reduce((sum, { invoiceId }) => sum + (openOf.get(invoiceId) ?? 0n), 0n);
  const inWords = (amount: bigint): string => formatMoney(money(amount, facts.currency));
  return `what is open of its invoices changed from ${inWords(row.total)} to ${inWords(now)}`;
}

async function end<S extends 'refused' | 'lapsed' | 'cancelled'>(
  scope: Scope,
  { actor }: HeldCase,
  row: PlanRow,
  { facts, customerName }: CaseFile,
  { status, reason }: { readonly status: S; readonly reason: string },
): Promise<S> {
  const change = {
    status,
    reason,
    endedOn: dateIn(facts.calendar.zone, scope.now),
    ...(row.status === 'proposed' ? { decidedBy: actor.id, decidedAt: scope.now } : {}),
  };
  if (!(await movePlan(scope.tx, row.id, row.status, change)))
    throw new DomainError('conflict', 'Somebody decided this a moment ago; your press changed nothing.');
  const named = { planId: row.id, caseId: row.caseId, customer: customerName, currency: facts.currency };
  await tellPlan(scope, newsOf(named, status, row.total, { memberId: actor.id, reason }));
  await record(scope, [
    { what: `plan ${status}`, memberId: actor.id, caseId: row.caseId, details: { plan: row.id, reason } },
  ]);
  return status;
}
