import { fellInto, type Outage } from './outage.ts';
import { quarterFrom } from './quarter.ts';

/** Whose hands a task is in: it starts at `owner` and only ever rises. */
export type Level = 'owner' | 'lead' | 'manager';

export interface TaskTimes {
  readonly dueAt: Date;
  readonly deadlineAt: Date;
}

export interface TaskFacts extends TaskTimes {
  readonly level: Level;
  /** How many of the nudge moments have been used up (sent or passed over). */
  readonly nudgesSpent: number;
}

export type Enforcement =
  | { readonly kind: 'wait'; readonly until: Date }
  /** Tell the holder now. `spent` is the new count: moments that passed while nobody looked are one nudge. */
  | { readonly kind: 'nudge'; readonly spent: number }
  /** The deadline passed: recorded against the holder, and the next level takes over. */
  | { readonly kind: 'missed'; readonly next: Level }
  /** The deadline passed while Dunwell was down and nobody could say that they had done it: it gets another one. */
  | { readonly kind: 'excused' };

/** A nudge comes when a task falls due, so many minutes later, and so many before its deadline. */
const againMinutes = 60;
const lastMinutes = 30;

/** A task that has longer than this is one of days: once a day is enough for it, and the morning list is that. */
const longestDayHours = 12;

/**
 * What to do about an open task now. A missed deadline comes before any nudge: whoever was not told while nobody
 * looked is not nagged about what is no longer theirs.
 * @param outage the time, if any, that is being caught up: no miss is held against anybody for it
 */
export function enforceTask(task: TaskFacts, now: Date, outage?: Outage): Enforcement {
  if (now >= task.deadlineAt)
    return fellInto(outage, task.deadlineAt)
      ? { kind: 'excused' }
      : { kind: 'missed', next: levelAbove(task.level) };
  const moments = nudgeMoments(task);
  const passed = moments.filter((moment) => moment <= now).length;
  if (passed > task.nudgesSpent) return { kind: 'nudge', spent: passed };
  return { kind: 'wait', until: moments[Math.max(passed, task.nudgesSpent)] ?? task.deadlineAt };
}

/** Two nudges closer than this are one: the later, which is nearer to the deadline. */
const leastMinutesApart = 45;

/** The moments at which the holder of a task is told, in order, none outside the time from due to deadline. */
export function nudgeMoments({ dueAt, deadlineAt }: TaskTimes): readonly Date[] {
  const [due, deadline] = [dueAt.getTime(), deadlineAt.getTime()];
  const isOfDays = deadline - due > longestDayHours * 60 * msPerMinute;
  const again = isOfDays ? [] : [quarterFrom(due + againMinutes * msPerMinute)];
  return [due, ...again, deadline - lastMinutes * msPerMinute]
    .filter((time) => due <= time && time < deadline)
    .toSorted((a, b) => a - b)
    .filter((time, n, all) => (all[n + 1] ?? Infinity) - time >= leastMinutesApart * msPerMinute)
    .map((time) => new Date(time));
}

/** How many nudges a message in the minute in which a task falls due stands for: those of the first hour. */
export function nudgesOfFirstHour(times: TaskTimes): number {
  const hour = quarterFrom(times.dueAt.getTime() + againMinutes * msPerMinute);
  return nudgeMoments(times).filter((moment) => moment.getTime() <= hour).length;
}

/** The moments at which a task's holder would have been told, had Dunwell not been down. */
export function nudgesLost(task: TaskFacts, outage: Outage): readonly Date[] {
  return nudgeMoments(task)
    .slice(task.nudgesSpent)
    .filter((moment) => fellInto(outage, moment));
}

/** The level that a missed task goes to, where its step says who gets it; undefined: it stays where it is. */
export function levelAfterMiss(
  next: Level,
  missed: 'lead' | 'manager' | 'nobody' = 'lead',
): Level | undefined {
  switch (missed) {
    case 'lead':
      return next;
    case 'manager':
      return 'manager';
    case 'nobody':
      return undefined;
  }
}

/** There is nobody above the manager: their miss is recorded and the task stays with them. */
function levelAbove(level: Level): Level {
  switch (level) {
    case 'owner':
      return 'lead';
    case 'lead':
    case 'manager':
      return 'manager';
  }
}

const msPerMinute = 60_000;
