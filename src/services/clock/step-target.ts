import { addDays } from '../../core/calendar/business-date.ts';
import { nextOpen } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { nextMoment } from './next-moment.ts';

/** How far to move the clock: an hour, to the next business morning, to what happens next, or to an ISO instant. */
export type ClockStep = 'hour' | 'morning' | 'event' | { readonly to: string };

/** When a business morning begins, in the workspace's zone. */
export const morningHour = '08:00';

/**
 * The moment at which a step ends.
 * @throws DomainError `invalid` for an instant that is none; `conflict` when nothing is planned to step to.
 */
export async function stepTarget(office: Office, workspaceId: number, step: ClockStep): Promise<Date> {
  if (typeof step === 'object') return instant(step.to);
  const { now, morning } = await within(office, workspaceId, (scope) =>
    Promise.resolve({ now: scope.now, morning: nextMorning(scope) }),
  );
  switch (step) {
    case 'hour':
      return new Date(now.getTime() + 3_600_000);
    case 'morning':
      return morning;
    case 'event':
      return nextEvent(office, workspaceId, now);
  }
}

async function nextEvent(office: Office, workspaceId: number, now: Date): Promise<Date> {
  const next = await nextMoment(office, workspaceId);
  if (next === undefined)
    throw new DomainError('conflict', 'Nothing is planned here yet: import open items first, with /import.');
  return next.at > now ? next.at : now;
}

function nextMorning({ calendar, today, now }: Scope): Date {
  const first = instantAt(calendar.zone, nextOpen(calendar, today), morningHour);
  return first > now ? first : instantAt(calendar.zone, nextOpen(calendar, addDays(today, 1)), morningHour);
}

function instant(text: string): Date {
  const found = new Date(text);
  if (!Number.isNaN(found.getTime())) return found;
  throw new DomainError('invalid', `"${text}" is not a moment: write it like 2026-11-27T08:00:00Z.`);
}
