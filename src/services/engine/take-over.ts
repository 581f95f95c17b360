import { insertMisses, takeoversOn } from '../../../db/queries/task/misses.ts';
import { passOnTasks } from '../../../db/queries/task/move.ts';
import { waitTurn } from '../../../db/queries/wait-turn.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import type { Calendar } from '../../core/calendar/business-days.ts';
import { nextCallingWindow } from '../../core/task/calling.ts';
import type { Level } from '../../core/task/enforce.ts';
import { record } from '../audit/record.ts';
import { escalateFrom } from '../member/holder.ts';
import type { When } from '../member/presence.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { customersCalled } from '../task/customers-called.ts';
import { newTimes } from '../task/deadline-of.ts';
import { refreshMorningLists } from '../task/morning-list.ts';
import { showTakenOver } from '../task/taken-over.ts';

/** A task whose deadline passed, and the level that is next in line; none, where it stays with whoever missed it. */
export interface Missed {
  readonly row: TaskRow;
  readonly next: Level | undefined;
}

/** In whose hands a missed task is from now on. */
interface PassedOn {
  readonly row: TaskRow;
  readonly holder: Member;
  readonly level: Level;
}

/** The calendars of those who are to be called, by task. */
type Customers = ReadonlyMap<number, Calendar>;

/** Records misses and gives the tasks to the next in line, who is told, as is whoever missed them. */
export async function takeOver(scope: Scope, missed: readonly Missed[]): Promise<void> {
  if (missed.length === 0) return;
  // What the next in line took today is counted by one transaction at a time, or two would each leave room for all.
  await waitTurn(scope.tx);
  const taken = await takeoversOn(scope.tx, scope.today);
  const people = await roster(scope);
  const customers = await customersCalled(
    scope,
    missed.map(({ row }) => row),
  );
  const passedOn = passOn(scope, people, customers, missed, taken);
  await recordMisses(scope, passedOn);
  await passOnTasks(
    scope.tx,
    passedOn.map((one) => ({
      taskId: one.row.id,
      holderId: one.holder.id,
      level: one.level,
      ...newTimes(one.holder, one.level, scope.now, customers.get(one.row.id)),
    })),
  );
  await showTakenOver(
    scope,
    people,
    missed.map(({ row }) => row.id),
  );
  await refreshMorningLists(
    scope,
    people,
    new Set(passedOn.flatMap(({ row, holder }) => [row.holderId, holder.id])),
  );
}

/**
 * The next in line takes what they can in a day; the rest is a recorded miss that stays where it is, for one more day.
 */
function passOn(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  customers: Customers,
  missed: readonly Missed[],
  takenBefore: ReadonlyMap<number, number>,
): readonly PassedOn[] {
  const taken = new Map(takenBefore);
  return missed.map(({ row, next }) => {
    const heir = heirOf(people, row, next ?? row.level, timeFor(scope, customers.get(row.id)));
    const takenByHeir = taken.get(heir.id) ?? 0;
    const rises = heir.id !== row.holderId && takenByHeir < scope.workspace.takeoverCap;
    if (next === undefined || !rises)
      return { row, holder: people.get(row.holderId) ?? heir, level: row.level };
    taken.set(heir.id, takenByHeir + 1);
    return { row, holder: heir, level: levelOf(people, row, heir, next) };
  });
}

/** Where no lead can take it, it is at the top already: it is not passed on to a second manager as if the first were a lead. */
function levelOf(people: ReadonlyMap<number, Member>, row: TaskRow, heir: Member, next: Level): Level {
  const isLead = heir.roles.includes('lead') || people.get(row.holderId)?.leadId === heir.id;
  const isAbove = heir.roles.includes('manager') || heir.roles.includes('admin');
  return next === 'lead' && !isLead && isAbove ? 'manager' : next;
}

/** At the top a task stays where it is: two managers do not pass it to and fro. */
function heirOf(people: ReadonlyMap<number, Member>, row: TaskRow, next: Level, when: When): Member {
  const holder = people.get(row.holderId);
  return row.level === 'manager' && holder?.active ? holder : escalateFrom(people, row.holderId, next, when);
}

/** Whoever takes a call over must be at work while the customer can be called. */
function timeFor({ now }: Scope, customer: Calendar | undefined): When {
  return customer === undefined ? now : nextCallingWindow(customer, now);
}

async function recordMisses(scope: Scope, passedOn: readonly PassedOn[]): Promise<void> {
  await insertMisses(
    scope.tx,
    passedOn.map(({ row, holder }) => ({
      taskId: row.id,
      memberId: row.holderId,
      level: row.level,
      nextHolderId: holder.id,
      at: scope.now,
      onDay: scope.today,
    })),
  );
  await record(
    scope,
    passedOn.map(({ row }) => ({
      what: 'task missed',
      memberId: row.holderId,
      caseId: row.caseId,
      details: { task: row.id, step: row.step },
    })),
  );
}
