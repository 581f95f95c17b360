import { contains, type Window } from '../calendar/hours.ts';

/** A task whose nudge is up for somebody. */
export interface NudgeUp {
  readonly taskId: number;
  /** It stood on the morning list of the day, which said when it is due and by when it must be done. */
  readonly listed: boolean;
  /** It was due when the list came: the list is its first nudge. */
  readonly dueByList: boolean;
  /** How many of its nudges have come up, this one included. */
  readonly spent: number;
  /** None comes after this one: the deadline is near. */
  readonly isLast: boolean;
}

/** Somebody's day, as far as it was told. */
export interface ReminderDay {
  /** What they have in hand for today, by whether it stood on the list. */
  readonly listed: readonly number[];
  readonly later: readonly number[];
  /** When they were reminded today of all that was left. */
  readonly remindedAt: readonly Date[];
  /** Late morning to early afternoon, and from there to the end, in their zone. */
  readonly midday: Window;
  readonly afternoon: Window;
}

export interface Reminders {
  readonly taskIds: readonly number[];
  /** They are all that is left of the day. */
  readonly wholeDay: boolean;
}

/** With more than this in hand each task's own nudges would drown the person whom they are to help. */
const fewTasks = 3;

/**
 * Which tasks somebody is reminded of now, in one message. Up to three tasks have the nudges of the rule, each its own:
 * due, an hour later, half an hour before the deadline. Of more than three, the morning list has said what is due when;
 * one reminder at midday and one before the afternoon's deadlines then name everything that is left, so that a day has
 * three messages. What came after the list is counted by itself: it was not told of yet, and the first word about it
 * never waits.
 */
export function remindersNow(up: readonly NudgeUp[], day: ReminderDay, now: Date): Reminders {
  const fresh = up.filter(({ listed, dueByList, spent }) => !(listed && dueByList && spent === 1));
  const own = fresh.filter(
    ({ listed, spent }) => (listed ? day.listed : day.later).length <= fewTasks || (!listed && spent === 1),
  );
  const bundled = fresh.filter((one) => !own.includes(one));
  const wholeDay = opensReminder(bundled, day, now);
  const left = wholeDay ? [...day.listed, ...day.later] : [];
  return { taskIds: [...new Set([...own.map(({ taskId }) => taskId), ...left])], wholeDay };
}

/** The first nudge of midday, or the first near a deadline of the afternoon, if there was no reminder in that part of the day. */
function opensReminder(bundled: readonly NudgeUp[], day: ReminderDay, now: Date): boolean {
  const free = (part: Window): boolean =>
    contains(part, now) && !day.remindedAt.some((moment) => contains(part, moment));
  return (
    (bundled.length > 0 && free(day.midday)) || (bundled.some(({ isLast }) => isLast) && free(day.afternoon))
  );
}
