import { instalmentsOf, proposedPlans } from '../../../db/queries/plan/find.ts';
import { groupBy } from '../../core/group-by.ts';
import { hasRole, type Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { rolesFor } from './approvers.ts';

/** The plans that this person may allow, the oldest first: by role, and never as the customer's owner. */
export async function plansToAllow({ tx }: Scope, person: Member): Promise<readonly number[]> {
  const waiting = await proposedPlans(tx);
  if (waiting.length === 0) return [];
  const ids = waiting.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(tx, ids), ({ planId }) => planId);
  return waiting
    .filter(({ plan, currency, ownerId }) => {
      const measure = { ...plan, currency, instalments: instalments.get(plan.id)?.length ?? 0 };
      return ownerId !== person.id && hasRole(person, rolesFor(measure));
    })
    .map(({ plan }) => plan.id);
}
