import { instalmentsOf, proposedPlans } from '../../../db/queries/plan/find.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { benchBeside } from './approvers.ts';

/** The plans that this person may allow, the oldest first: by role, and as the customer's owner only where there is nobody else. */
export async function plansToAllow(scope: Scope, person: Member): Promise<readonly number[]> {
  const waiting = await proposedPlans(scope.tx);
  if (waiting.length === 0) return [];
  const people = await roster(scope);
  const ids = waiting.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, ids), ({ planId }) => planId);
  return waiting
    .filter(({ plan, currency, ownerId }) => {
      const measure = { ...plan, currency, instalments: instalments.get(plan.id)?.length ?? 0 };
      const bench = benchBeside(scope, people, { ...measure, ownerId: ownerId ?? undefined, higher: false });
      return bench.may.includes(person.id) || (bench.may.length === 0 && bench.asked.includes(person.id));
    })
    .map(({ plan }) => plan.id);
}
