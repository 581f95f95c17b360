import { instalmentsOf, proposedPlans } from '../../../db/queries/plan/find.ts';
import type { PlanRow } from '../../../db/schema/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { benchBeside, type PlanMeasure } from './approvers.ts';

/** The plans that wait for a decision, the oldest first, with all that the right to decide depends on. */
export async function waitingPlans(scope: Scope): Promise<readonly WaitingPlan[]> {
  const waiting = await proposedPlans(scope.tx);
  if (waiting.length === 0) return [];
  const ids = waiting.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, ids), ({ planId }) => planId);
  return waiting.map(({ plan, currency, ownerId }) => ({
    ...plan,
    currency,
    instalments: instalments.get(plan.id)?.length ?? 0,
    ownerId: ownerId ?? undefined,
  }));
}

interface WaitingPlan extends PlanMeasure, Pick<PlanRow, 'id' | 'remindersSpent'> {
  readonly ownerId: number | undefined;
}

/** The plans that this person may allow, the oldest first: by role, and as the customer's owner only where there is nobody else. */
export async function plansToAllow(scope: Scope, person: Member): Promise<readonly number[]> {
  const waiting = await waitingPlans(scope);
  if (waiting.length === 0) return [];
  const people = await roster(scope);
  return waiting
    .filter((plan) => {
      const bench = benchBeside(scope, people, { ...plan, higher: false });
      return bench.may.includes(person.id) || (bench.may.length === 0 && bench.asked.includes(person.id));
    })
    .map(({ id }) => id);
}
