import { waitTurn } from '../../../db/queries/wait-turn.ts';
import { openTasks } from '../../../db/queries/task/find.ts';
import { insertMiss, takeoversOn } from '../../../db/queries/task/misses.ts';
import { moveTask, spendNudges } from '../../../db/queries/task/move.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { nextDeadline } from '../../core/task/deadline.ts';
import { enforceTask, type Level, nudgeMoments } from '../../core/task/enforce.ts';
import { record } from '../audit/record.ts';
import { escalateFrom } from '../member/holder.ts';
import { type Member, roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { showTakenOver } from '../task/taken-over.ts';

/** A task whose deadline passed, and the level that is next in line. */
interface Missed {
  readonly row: TaskRow;
  readonly next: Level;
}

/**
 * Nags the holders of due tasks and takes missed ones out of their hands. One message per person and moment, however
 * many tasks it is about; a moment that passed while nobody looked is spent without a message of its own.
 */
export async function enforceTasks(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const people = await roster(scope);
  const nagged: TaskRow[] = [];
  const missed: Missed[] = [];
  for (const row of await openTasks(scope.tx, caseIds)) {
    const verdict = enforceTask(row, scope.now);
    if (verdict.kind === 'nudge') {
      await spendNudges(scope.tx, row.id, verdict.spent);
      nagged.push(row);
    } else if (verdict.kind === 'missed') missed.push({ row, next: verdict.next });
  }
  await nudge(scope, nagged);
  await handOver(scope, people, missed);
}

async function nudge(scope: Scope, rows: readonly TaskRow[]): Promise<void> {
  await enqueue(
    scope,
    [...groupBy(rows, (row) => row.holderId)].map(([memberId, tasks]) => ({
      stream: directStream(memberId),
      class: 'durable',
      notice: { kind: 'nudge', memberId, tasks: tasks.map(({ id, fence }) => ({ id, fence })) },
    })),
  );
}

/** The next in line takes what they can in a day; the rest is a recorded miss that stays where it is, for one more day. */
async function handOver(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  missed: readonly Missed[],
): Promise<void> {
  if (missed.length === 0) return;
  // What the next in line took today is counted by one transaction at a time, or two would each leave room for all.
  await waitTurn(scope.tx);
  const taken = await takeoversOn(scope.tx, scope.today);
  for (const { row, next } of missed) {
    const heir = heirOf(people, row, next, scope.now);
    const takenByHeir = taken.get(heir.id) ?? 0;
    const rises = heir.id !== row.holderId && takenByHeir < scope.workspace.takeoverCap;
    if (rises) taken.set(heir.id, takenByHeir + 1);
    const holder = rises ? heir : (people.get(row.holderId) ?? heir);
    await recordMiss(scope, row, holder.id);
    await passOn(scope, row, holder, rises ? next : row.level);
  }
  await showTakenOver(
    scope,
    missed.map(({ row }) => row.id),
  );
}

/** At the top a task stays where it is: two managers do not pass it to and fro. */
function heirOf(people: ReadonlyMap<number, Member>, row: TaskRow, next: Level, now: Date): Member {
  const holder = people.get(row.holderId);
  return row.level === 'manager' && holder?.active ? holder : escalateFrom(people, row.holderId, next, now);
}

async function recordMiss(scope: Scope, row: TaskRow, nextHolderId: number): Promise<void> {
  await insertMiss(scope.tx, {
    taskId: row.id,
    memberId: row.holderId,
    level: row.level,
    nextHolderId,
    at: scope.now,
    onDay: scope.today,
  });
  await record(scope, [
    {
      what: 'task missed',
      memberId: row.holderId,
      caseId: row.caseId,
      details: { task: row.id, step: row.step },
    },
  ]);
}

async function passOn(scope: Scope, row: TaskRow, holder: Member, level: Level): Promise<void> {
  const times = { dueAt: scope.now, deadlineAt: nextDeadline(level, calendarOf(holder), scope.now) };
  // The hand-over message stands for the nudges of its first hour.
  const nudgesSpent = nudgeMoments(times).filter((moment) => moment <= hourAfter(scope.now)).length;
  await moveTask(scope.tx, row.id, { holderId: holder.id, level, ...times, nudgesSpent });
}

function hourAfter(now: Date): Date {
  return new Date(now.getTime() + 3_600_000);
}
