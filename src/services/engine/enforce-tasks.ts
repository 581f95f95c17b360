import { groupBy } from '../../core/group-by.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { miss, task } from '../../../db/schema/index.ts';
import { enforceTask, type Level } from '../../core/task/enforce.ts';
import { nextDeadline } from '../../core/task/deadline.ts';
import { record } from '../audit/record.ts';
import { escalateFrom } from '../member/holder.ts';
import { type Member, roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import { showTakenOver } from '../task/taken-over.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { takeoversToday } from './takeovers-today.ts';

type Task = typeof task.$inferSelect;

/**
 * Nags the holders of due tasks and takes missed ones out of their hands. One message per person and moment, however
 * many tasks it is about; a moment that passed while nobody looked is spent without a message of its own.
 */
export async function enforceTasks(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const people = await roster(scope);
  const nagged: Task[] = [];
  const missed: { row: Task; next: Level }[] = [];
  for (const row of await openTasks(scope, caseIds)) {
    const verdict = enforceTask(row, scope.now);
    if (verdict.kind === 'nudge') {
      await scope.tx.update(task).set({ nudgesSpent: verdict.spent }).where(eq(task.id, row.id));
      nagged.push(row);
    } else if (verdict.kind === 'missed') missed.push({ row, next: verdict.next });
  }
  await nudge(scope, nagged);
  await handOver(scope, people, missed);
}

async function openTasks(scope: Scope, caseIds: readonly number[]): Promise<readonly Task[]> {
  return scope.tx
    .select()
    .from(task)
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.status, 'open')))
    .orderBy(asc(task.deadlineAt), asc(task.id));
}

async function nudge(scope: Scope, rows: readonly Task[]): Promise<void> {
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
  missed: readonly { row: Task; next: Level }[],
): Promise<void> {
  if (missed.length === 0) return;
  const taken = await takeoversToday(scope);
  for (const { row, next } of missed) {
    const heir = escalateFrom(people, row.holderId, next, scope.now);
    const room = scope.workspace.takeoverCap - (taken.get(heir.id) ?? 0);
    const rises = heir.id !== row.holderId && room > 0;
    if (rises) taken.set(heir.id, (taken.get(heir.id) ?? 0) + 1);
    const holder = rises ? heir : (people.get(row.holderId) ?? heir);
    await recordMiss(scope, row, holder.id);
    await passOn(scope, row, holder, rises ? next : row.level);
  }
  await showTakenOver(
    scope,
    missed.map(({ row }) => row.id),
  );
}

async function recordMiss(scope: Scope, row: Task, nextHolderId: number): Promise<void> {
  await scope.tx.insert(miss).values({
    workspaceId: scope.workspace.id,
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

async function passOn(scope: Scope, row: Task, holder: Member, level: Level): Promise<void> {
  await scope.tx
    .update(task)
    .set({
      holderId: holder.id,
      level,
      dueAt: scope.now,
      deadlineAt: nextDeadline(level, calendarOf(holder), scope.now),
      // The hand-over message is the first nudge of the new holder.
      nudgesSpent: 1,
      fence: row.fence + 1,
    })
    .where(eq(task.id, row.id));
}
