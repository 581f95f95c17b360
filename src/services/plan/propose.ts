import { livePlanOf } from '../../../db/queries/plan/find.ts';
import { insertPlan } from '../../../db/queries/plan/write.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { Instalment } from '../../core/plan/schedule.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile, openSumOf } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { agreeTo } from './agree.ts';
import { planBench } from './approvers.ts';
import { showPlan } from './tell.ts';

export interface PlanWish {
  readonly caseId: number;
  readonly invoiceIds: readonly number[];
  /** Together what is open of the invoices, to the cent. */
  readonly instalments: readonly Instalment[];
}

export interface PlanProposed {
  readonly planId: number;
  /** Whoever proposed it may allow it as well, so it is agreed. */
  readonly agreed: boolean;
}

/**
 * Proposes an instalment plan; a lead (for a large or long one a manager) allows it, never the customer's owner. Until
 * then nothing rests. Who has that right and proposes it has allowed it.
 * @throws DomainError `conflict` while the case has a plan, `invalid` when the instalments do not make the sum.
 */
export async function proposePlan(office: Office, actor: Actor, wish: PlanWish): Promise<PlanProposed> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, wish.caseId);
    const file = await loadCaseFile(scope, wish.caseId);
    await refuseSecond(scope, file);
    const total = checkedTotal(file, wish);
    const planId = await write(scope, held, file, wish, total);
    await record(scope, [
      {
        what: 'plan proposed',
        memberId: held.actor.id,
        caseId: wish.caseId,
        details: { plan: planId, amount: String(total), instalments: wish.instalments.length },
      },
    ]);
    const measure = {
      caseId: wish.caseId,
      total,
      currency: file.facts.currency,
      instalments: wish.instalments.length,
      proposedAt: scope.now,
    };
    const agreed = (await planBench(scope, held.people, measure)).may.includes(held.actor.id);
    await showPlan(scope, wish.caseId, planId);
    if (agreed) await agreeTo(scope, file, { id: planId, total }, { by: held.actor.id, alone: false });
    await wakeCases(scope, [wish.caseId]);
    return { planId, agreed };
  });
}

async function refuseSecond({ tx }: Scope, { facts, customerName }: CaseFile): Promise<void> {
  const live = await livePlanOf(tx, facts.caseId);
  if (live === undefined) return;
  const how = live.status === 'proposed' ? 'waits for approval' : 'is being kept';
  throw new DomainError(
    'conflict',
    `A plan of ${formatMoney(money(live.total, facts.currency))} with ${customerName} ${how}: cancel it before making another one.`,
  );
}

function checkedTotal(file: CaseFile, { invoiceIds, instalments }: PlanWish): bigint {
  const total = openSumOf(file, invoiceIds);
  if (total === 0n) throw new DomainError('invalid', 'Nothing is open of these invoices: choose others.');
  const sum = instalments.reduce((made, { amount }) => made + amount, 0n);
  if (sum === total) return total;
  const inWords = (amount: bigint): string => formatMoney(money(amount, file.facts.currency));
  throw new DomainError(
    'invalid',
    `The instalments make ${inWords(sum)}, and ${inWords(total)} is open of these invoices: the two must be the same.`,
  );
}

async function write(
  scope: Scope,
  held: HeldCase,
  file: CaseFile,
  { caseId, invoiceIds, instalments }: PlanWish,
  total: bigint,
): Promise<number> {
  return insertPlan(scope.tx, {
    plan: { caseId, total, proposedBy: held.actor.id, proposedAt: scope.now },
    invoices: file.facts.invoices
      .filter(({ id, open }) => invoiceIds.includes(id) && open > 0n)
      .map(({ id, open }) => ({ invoiceId: id, amount: open })),
    instalments,
  });
}
