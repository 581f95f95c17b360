import type { TaskRow } from '../../../db/schema/index.ts';
import type { Calendar } from '../../core/calendar/business-days.ts';
import { nextCallingDay } from '../../core/task/calling.ts';
import { nextDeadline } from '../../core/task/deadline.ts';
import { type Level, nudgesOfFirstHour } from '../../core/task/enforce.ts';
import { presenceOf } from '../member/presence.ts';
import type { Member } from '../member/roster.ts';

/** The deadline of a task that a member gets now, in their own hours; of a call, in the customer's as well. */
export function deadlineOf(holder: Member, level: Level, now: Date, customer?: Calendar): Date {
  return nextDeadline(level, presenceOf(holder), now, customer);
}

/** Whether somebody is to be telephoned, so that the customer's hours count. */
export function isCall({ kind }: Pick<TaskRow, 'kind'>): boolean {
  return kind === 'call' || kind === 'call back';
}

/**
 * When a task that somebody is handed now is due again; the message that says so stands for the nudges of its first
 * hour. Nobody is reminded on a day on which the customer is closed.
 */
export function newTimes(holder: Member, level: Level, now: Date, customer?: Calendar) {
  const deadlineAt = deadlineOf(holder, level, now, customer);
  const opens = customer === undefined ? now : nextCallingDay(customer, now);
  const times = { dueAt: opens > now && opens < deadlineAt ? opens : now, deadlineAt };
  return { ...times, nudgesSpent: nudgesOfFirstHour(times) };
}
