import { claimDueRoutines, dropRoutines, membersWithDueAbsence } from '../../../db/queries/routine/plan.ts';
import { caseIdsOfMembers } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { tasksAround } from '../../../db/queries/task/holders.ts';
import type { RoutineRow } from '../../../db/schema/index.ts';
import { wakeCases } from '../case/wake.ts';
import { absencesOf } from '../member/presence.ts';
import { type Member, roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { returnFrom } from './return.ts';
import { settleHands } from './settle-hands.ts';

/**
 * Does what the first moment of an absence and the morning after it ask for. Cases are locked before the routines, as
 * everywhere.
 * @returns whether anything was done.
 */
export async function runAbsences(scope: Scope): Promise<boolean> {
  const memberIds = await membersWithDueAbsence(scope.tx, scope.now);
  if (memberIds.length === 0) return false;
  const caseIds = await caseIdsOfMembers(scope.tx, memberIds);
  await lockCases(scope.tx, caseIds);
  const due = await claimDueRoutines(scope.tx, scope.now, ['away', 'back']);
  for (const row of due) await turn(scope, row);
  if (due.length === 0) return false;
  await dropRoutines(
    scope.tx,
    due.map(({ key }) => key),
  );
  await wakeCases(scope, caseIds);
  return true;
}

async function turn(scope: Scope, { kind, key, memberId }: RoutineRow): Promise<void> {
  const people = await roster(scope);
  const person = memberId === null ? undefined : people.get(memberId);
  const absence = person && absencesOf(person).find(({ row }) => key === `${kind}:${row.id}`);
  if (person === undefined || absence === undefined) return;
  if (kind === 'away') await settleHands(scope, people, await tasksAround(scope.tx, person.id));
  else await welcome(scope, person, await returnFrom(scope, people, person, absence, undefined));
}

async function welcome(
  scope: Scope,
  person: Member,
  facts: Awaited<ReturnType<typeof returnFrom>>,
): Promise<void> {
  if (!person.active) return;
  await enqueue(scope, [
    { stream: directStream(person.id), class: 'durable', notice: { kind: 'back', ...facts } },
  ]);
}
