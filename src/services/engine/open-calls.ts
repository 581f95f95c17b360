import { notePlansCalledAbout } from '../../../db/queries/plan/find.ts';
import { noteCalledAbout } from '../../../db/queries/promise/settle.ts';
import { closeCalls } from '../../../db/queries/task/close.ts';
import { insertTasks, type NewTask } from '../../../db/queries/task/open.ts';
import { holderAt } from '../member/holder.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { refreshMorningLists } from '../task/morning-list.ts';
import { caseIdOf, type JudgedTo } from './judged.ts';
import { occur } from './occur.ts';
import { showInChannel } from './show-in-channel.ts';

/**
 * Opens the calls that were decided. A stronger call takes the place of an open weaker one and stays in the same
 * hands with the earlier of both deadlines: a case that rose to the lead is not handed back by the calendar.
 */
export async function openCalls(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  calls: readonly JudgedTo<'call'>[],
): Promise<void> {
  if (calls.length === 0) return;
  await closeCalls(scope.tx, calls.map(caseIdOf), 'superseded', scope.now);
  const happened = await occur(
    scope,
    calls.map(({ file, decision }) => ({ ...decision, file, decision, how: 'done' as const })),
  );
  const tasks = happened.map((call) => asTask(scope, people, call, call.occurrenceId));
  await insertTasks(scope.tx, tasks);
  await refreshMorningLists(scope, people, new Set(tasks.map(({ holderId }) => holderId)));
  await noteCalls(scope, calls.map(caseIdOf));
  await showInChannel(scope, calls);
}

/** An open call that takes more invoices in: they received their steps, and the customer is called once. */
export async function joinCalls(scope: Scope, joins: readonly JudgedTo<'join'>[]): Promise<void> {
  if (joins.length === 0) return;
  await occur(
    scope,
    joins.map(({ file, decision }) => ({
      ...decision,
      file,
      how: 'done' as const,
      reason: 'joined' as const,
    })),
  );
  await noteCalls(scope, joins.map(caseIdOf));
}

/** What broke is called about once. */
async function noteCalls({ tx }: Scope, caseIds: readonly number[]): Promise<void> {
  await noteCalledAbout(tx, caseIds);
  await notePlansCalledAbout(tx, caseIds);
}

function asTask(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  { file, decision }: JudgedTo<'call'>,
  occurrenceId: number,
): NewTask {
  const when = { from: decision.due, to: decision.deadline };
  const first = holderAt(people, file.ownerId, decision.who, when);
  const before = decision.supersedes ? file.openCall : undefined;
  const risen = before !== undefined && before.level !== 'owner';
  const deadline = risen ? earlier(decision.deadline, new Date(before.deadline_ms)) : decision.deadline;
  return {
    caseId: file.facts.caseId,
    occurrenceId,
    kind: 'call',
    step: decision.step,
    what: decision.reason,
    level: risen ? before.level : decision.who,
    holderId: risen ? Number(before.holder_id) : first.id,
    firstHolderId: first.id,
    inPlaceOf: risen || decision.who !== 'owner' ? null : absentOwner(people, file.ownerId, first),
    dueAt: earlier(decision.due, deadline),
    deadlineAt: deadline,
    openedAt: scope.now,
  };
}

/** The owner whom somebody stands in for; nobody, if there is none at work here. */
function absentOwner(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  holder: Member,
): number | null {
  const owner = ownerId === undefined ? undefined : people.get(ownerId);
  return owner?.active === true && owner.id !== holder.id ? owner.id : null;
}

const earlier = (a: Date, b: Date): Date => (a.getTime() < b.getTime() ? a : b);
