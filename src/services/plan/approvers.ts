import type { PlanRow, Role } from '../../../db/schema/index.ts';
import { money } from '../../core/money.ts';
import { planApprover } from '../../core/plan/approver.ts';
import { ownerOf } from '../approval/approvers.ts';
import { absenceAt } from '../member/presence.ts';
import { hasRole, type Member, withRole } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** What the right to allow a plan depends on. */
export interface PlanMeasure extends Pick<PlanRow, 'caseId' | 'total'> {
  readonly currency: string;
  readonly instalments: number;
}

/** Roles that may allow a plan, those who are asked first in front. */
export function rolesFor({ total, currency, instalments }: PlanMeasure): readonly Role[] {
  return planApprover(money(total, currency), instalments) === 'lead'
    ? ['lead', 'manager', 'admin']
    : ['manager', 'admin'];
}

/**
 * Who is asked to allow a plan: the first role with anybody in it who does not own the customer and is not away;
 * `higher` asks the next ones up as well.
 */
export async function planApprovers(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  of: PlanMeasure,
  higher = false,
): Promise<readonly Member[]> {
  const owner = await ownerOf(scope, of.caseId);
  const levels = rolesFor(of).map((role) => withRole(people, role).filter(({ id }) => id !== owner));
  const here = levels
    .map((level) => level.filter((person) => absenceAt(person, scope.now) === undefined))
    .filter((level) => level.length > 0);
  const asked = here.slice(0, higher ? 2 : 1).flat();
  return [...new Set(asked.length > 0 ? asked : levels.flat())];
}

/** Whether somebody may allow it: by role, and never as the customer's owner. */
export async function mayAllow(scope: Scope, person: Member, of: PlanMeasure): Promise<boolean> {
  return hasRole(person, rolesFor(of)) && (await ownerOf(scope, of.caseId)) !== person.id;
}
