import { addDays } from '../../core/calendar/business-date.ts';
import { instantAt, timeIn } from '../../core/calendar/zone.ts';
import type { Scope } from '../scope.ts';

/** The team's night, in the workspace's zone: phones lie beside beds. */
const night = { from: '20:00', to: '07:00' };

/** When the team's night is over; undefined by day. */
export function endOfNight({ workspace: { zone }, now, today }: Scope): Date | undefined {
  const time = timeIn(zone, now);
  if (time < night.to) return instantAt(zone, today, night.to);
  return time < night.from ? undefined : instantAt(zone, addDays(today, 1), night.to);
}
