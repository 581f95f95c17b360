import type { TaskInHand } from '../../../db/queries/task/in-hand.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import type { ReminderDay } from '../../core/task/reminders.ts';
import type { Member } from '../member/roster.ts';
import { morningOf } from '../routine/plan.ts';

/** What somebody has in hand, and when they were reminded of all of it. */
export interface HandsFull {
  readonly holder: Member;
  readonly tasks: readonly TaskInHand[];
  readonly reminded: readonly Date[];
}

/** Somebody's day in their own zone: what is to be done today, and what was said of it. */
export function reminderDay({ holder, tasks, reminded }: HandsFull, now: Date): ReminderDay {
  const { zone } = holder;
  const today = dateIn(zone, now);
  const ofToday = tasks.filter(({ dueAt }) => dateIn(zone, dueAt) <= today);
  const idsWhere = (listed: boolean): readonly number[] =>
    ofToday.filter((task) => isListed(holder, task, now) === listed).map(({ id }) => id);
  const at = (time: string): Date => instantAt(zone, today, time);
  return {
    listed: idsWhere(true),
    later: idsWhere(false),
    remindedAt: reminded,
    midday: { from: at('11:00'), to: at('14:00') },
    afternoon: { from: at('14:00'), to: instantAt(zone, addDays(today, 1), '00:00') },
  };
}

/** Known when today's list came, and not taken over since: it stands there, with the same buttons. */
export function isListed(
  holder: Member,
  { openedAt, dueAt, level }: Pick<TaskInHand, 'openedAt' | 'dueAt' | 'level'>,
  now: Date,
): boolean {
  const list = morningOf(holder, now);
  return list !== undefined && openedAt < list && (level === 'owner' || dueAt <= list);
}

/** It was due when today's list came, so that the list was its first nudge. */
export function wasDueByList(holder: Member, { dueAt }: Pick<TaskInHand, 'dueAt'>, now: Date): boolean {
  const list = morningOf(holder, now);
  return list !== undefined && dueAt <= list;
}
