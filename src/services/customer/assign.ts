import { type CaseOfCustomer, casesOfCustomers } from '../../../db/queries/case/ids.ts';
import { changeOwners } from '../../../db/queries/customer/owners.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { type HeldTask, ownerTasksOf } from '../../../db/queries/task/holders.ts';
import type { Role } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { actingMember } from '../member/acting.ts';
import { handTasks } from '../member/hand-tasks.ts';
import { holderOf } from '../member/holder.ts';
import { type Member, requireRole } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { type Move, planMoves, type Wish } from './plan-moves.ts';

export const assigners: readonly Role[] = ['lead', 'manager', 'admin'];

export interface Assigned {
  readonly moves: readonly Move[];
  /** How many open tasks went along. */
  readonly tasks: number;
}

/** A statement takes some thousands of entries at once, not any number. */
const auditBatch = 2_000;

/**
 * Gives customers other owners. What the old owner had to do for them goes along; what rose to a lead or manager
 * stays there. A customer that somebody else moved in the meantime is left where it is.
 * @throws DomainError `forbidden` for whoever may not assign; otherwise as `planMoves`.
 */
export async function assign(office: Office, actor: Actor, wish: Wish): Promise<Assigned> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, assigners, 'assign customers');
    return moveCustomers(scope, { people, by: person.id }, await planMoves(scope, people, wish));
  });
}

/** Carries out moves that were planned, by whoever may. */
export async function moveCustomers(
  scope: Scope,
  { people, by }: { readonly people: ReadonlyMap<number, Member>; readonly by: number },
  planned: readonly Move[],
): Promise<Assigned> {
  const cases = await casesOfCustomers(
    scope.tx,
    planned.map(({ customerId }) => customerId),
  );
  const caseIds = cases.map(({ id }) => id);
  await lockCases(scope.tx, caseIds);
  const changed = await changeOwners(scope.tx, planned);
  const moves = planned.filter((move) => changed.has(move.customerId));
  const tasks = await moveTasks(scope, people, moves);
  await writeHistory(scope, moves, cases, { people, by });
  await refreshCards(scope, 'case', caseIds.map(String));
  await wakeCases(scope, caseIds);
  return { moves, tasks };
}

async function moveTasks(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  moves: readonly Move[],
): Promise<number> {
  const ownerOf = new Map(moves.map(({ customerId, to }) => [customerId, to]));
  const tasks = await ownerTasksOf(scope.tx, [...ownerOf.keys()]);
  const owner = (task: HeldTask): number | undefined => ownerOf.get(task.customerId);
  return handTasks(scope, people, tasks, (task, at) => holderOf(people, owner(task), at), owner);
}

async function writeHistory(
  scope: Scope,
  moves: readonly Move[],
  cases: readonly CaseOfCustomer[],
  { people, by }: { readonly people: ReadonlyMap<number, Member>; readonly by: number },
): Promise<void> {
  const caseOf = new Map(cases.map(({ id, customerId }) => [customerId, id]));
  const nameOf = (id: number | undefined): string =>
    (id === undefined ? undefined : people.get(id)?.name) ?? 'nobody';
  const entries = moves.map(({ customerId, number, from, to }) => {
    const caseId = caseOf.get(customerId);
    return {
      what: 'customer assigned',
      memberId: by,
      ...(caseId === undefined ? {} : { caseId }),
      details: { customer: number, from: nameOf(from), to: nameOf(to) },
    };
  });
  for (let start = 0; start < entries.length; start += auditBatch)
    await record(scope, entries.slice(start, start + auditBatch));
}
