/** When a described case must be looked at next, reckoned moment by moment. */
import { addDays, type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { addBusinessDays, type Calendar, nextOpen } from '../../../src/core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../../src/core/calendar/zone.ts';
import { type Case, home, now, type Planned, type Promised, type Task } from './described.ts';

/** The earliest of what tasks, promises, plans, pauses and approvals of a case ask for; undefined: nothing ever. */
export function nextMomentOf(of: Case, calendar: Calendar, ladder: Date | undefined): Date | undefined {
  const today = dateIn(calendar.zone, now);
  const dawn = (day: BusinessDate): Date => instantAt(calendar.zone, day, '00:00');
  const moments = [
    ...(ladder === undefined ? [] : [ladder]),
    ...of.tasks.filter(({ open }) => open).map(momentOfTask),
    ...of.promises
      .flatMap((one) => daysOfPromise(one, calendar))
      .filter((day) => day > today)
      .map(dawn),
    ...of.pauses
      .filter(({ status, told }) => status === 'granted' && !told)
      .map(({ until }) => dawn(businessDate(until))),
    ...of.plans.filter(({ status }) => status === 'agreed').flatMap((plan) => momentsOfPlan(plan, calendar)),
    ...(of.approvals.some(({ status }) => status === 'pending') ? [firstReminder()] : []),
    ...reviews(of),
  ];
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

const minute = 60_000;

/**
 * Told when it falls due, at the quarter that is an hour later or more, and half an hour before the deadline; of two
 * that are close, at the later. What has longer than half a day is not brought up again within the hour.
 */
function momentOfTask({ dueAt, hours, nudges }: Task): Date {
  const due = dueAt.getTime();
  const deadline = due + hours * 60 * minute;
  if (now.getTime() >= deadline) return now;
  const quarter = 15 * minute;
  const hourLater = due + 60 * minute + ((quarter - (due % quarter)) % quarter);
  const times = [due, ...(hours > 12 ? [] : [hourLater]), deadline - 30 * minute]
    .filter((time) => due <= time && time < deadline)
    .toSorted((a, b) => a - b);
  const told = times.filter((time, n) => n === times.length - 1 || times[n + 1]! - time >= 45 * minute);
  const passed = told.filter((time) => time <= now.getTime()).length;
  if (passed > nudges) return now;
  return new Date(told[Math.max(passed, nudges)] ?? deadline);
}

function daysOfPromise({ status, dueOn }: Promised, calendar: Calendar): readonly BusinessDate[] {
  if (status !== 'open' && status !== 'unconfirmed') return [];
  const due = businessDate(dueOn);
  const grace = addBusinessDays(calendar, due, 1);
  return [addDays(due, 1), grace, addDays(grace, 1)];
}

function momentsOfPlan({ instalments }: Planned, calendar: Calendar): readonly Date[] {
  const moments = instalments.flatMap(({ dueOn, status, reminded, noticedOn }) => {
    const due = businessDate(dueOn);
    const dayBefore = instantAt(calendar.zone, addBusinessDays(calendar, due, -1), '09:00');
    const turns = [
      ...(noticedOn === null ? [addDays(due, 1)] : []),
      addDays(addBusinessDays(calendar, due, 1), 1),
      ...(noticedOn === null ? [] : [addDays(addBusinessDays(calendar, businessDate(noticedOn), 3), 1)]),
    ];
    return [
      ...(reminded ? [] : [dayBefore]),
      ...(status === 'kept' ? [] : turns.map((day) => instantAt(calendar.zone, day, '00:00'))),
    ];
  });
  return moments.filter((moment) => moment > now);
}

/** All are asked for now, and nobody was reminded yet. */
function firstReminder(): Date {
  const asked = dateIn(home.zone, now);
  return instantAt(home.zone, addBusinessDays(home, asked, 1), '10:00');
}

/** What was refused and is no step comes up again by itself on its day; of several, the last that was asked. */
function reviews({ approvals }: Case): readonly Date[] {
  const last = new Map(approvals.map((one) => [`${one.kind} ${one.step}`, one]));
  return [...last.values()]
    .flatMap(({ kind, status, reviewOn }) =>
      kind === 'step' || status !== 'refused' || reviewOn === null
        ? []
        : [instantAt(home.zone, nextOpen(home, businessDate(reviewOn)), '10:00')],
    )
    .filter((moment) => moment > now);
}
