import type { PlanRow, Role } from '../../../db/schema/index.ts';
import { type Bench, benchOf } from '../../core/approval/bench.ts';
import { money } from '../../core/money.ts';
import { planApprover } from '../../core/plan/approver.ts';
import { candidatesOf, ownerOf } from '../approval/approvers.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** What the right to allow a plan depends on. */
export interface PlanMeasure extends Pick<PlanRow, 'caseId' | 'total' | 'proposedAt'> {
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
 * Who allows a plan as of now, as with any approval: never the customer's owner while there is anybody else, and after a
 * day the owner where there is not. `higher` asks the next ones up as well.
 */
export async function planBench(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  of: PlanMeasure,
  higher = false,
): Promise<Bench> {
  return benchBeside(scope, people, { ...of, ownerId: await ownerOf(scope, of.caseId), higher });
}

/** The same where the customer's owner is known. */
export function benchBeside(
  { now }: Scope,
  people: ReadonlyMap<number, Member>,
  of: PlanMeasure & { readonly ownerId: number | undefined; readonly higher: boolean },
): Bench {
  return benchOf(
    {
      levels: rolesFor(of),
      barred: of.ownerId === undefined ? [] : [of.ownerId],
      needs: 1,
      agreed: [],
      askedAt: of.proposedAt,
      higher: of.higher,
    },
    candidatesOf(people, now),
    now,
  );
}
