import { findPlan, instalmentsOf, invoicesOfPlan } from '../../../db/queries/plan/find.ts';
import type { InstalmentRow, PlanRow } from '../../../db/schema/index.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { planBench } from './approvers.ts';

export type { InstalmentRow, PlanRow } from '../../../db/schema/index.ts';

/** A plan as a person looks at it. */
export interface PlanView {
  readonly plan: PlanRow;
  readonly of: CaseOverview;
  readonly instalments: readonly InstalmentRow[];
  readonly invoices: number;
  readonly approverIds: readonly number[];
  /** There is nobody but the customer's owner: from this moment on they may allow it. */
  readonly aloneFrom: Date | undefined;
}

export async function planView(scope: Scope, planId: number): Promise<PlanView | undefined> {
  const plan = await findPlan(scope.tx, planId);
  const of = plan && (await overviewOfCase(scope, plan.caseId));
  if (plan === undefined || of === undefined) return undefined;
  const instalments = await instalmentsOf(scope.tx, [planId]);
  const measure = { ...plan, currency: of.currency, instalments: instalments.length };
  const bench = await planBench(scope, await roster(scope), measure);
  return {
    plan,
    of,
    instalments,
    invoices: (await invoicesOfPlan(scope.tx, planId)).length,
    approverIds: bench.asked,
    aloneFrom: bench.aloneFrom,
  };
}
