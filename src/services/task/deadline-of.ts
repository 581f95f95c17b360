import { nextDeadline } from '../../core/task/deadline.ts';
import type { Level } from '../../core/task/enforce.ts';
import type { Member } from '../member/roster.ts';
import { calendarOf } from '../scope.ts';

/** The deadline of a task that a member gets now, in their own calendar and hours. */
export function deadlineOf(holder: Member, level: Level, now: Date): Date {
  return nextDeadline(level, calendarOf(holder), now, { from: holder.worksFrom, to: holder.worksTo });
}
