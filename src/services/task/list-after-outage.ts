import { lastOutage } from '../../../db/queries/clock/pulse.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { previousOpen } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import type { Outage } from '../../core/task/outage.ts';
import { canWorkIn } from '../../core/task/presence.ts';
import { presenceOf } from '../member/presence.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import type { MorningList } from './morning-list.ts';

/**
 * The outage whose reminders a morning list takes the place of: it took working time from the person, and ended after
 * they had gone home last.
 */
export async function outageBefore(
  { tx }: Scope,
  person: Member,
  { day }: Pick<MorningList, 'day'>,
): Promise<Outage | undefined> {
  const { calendar, hours } = presenceOf(person);
  const wentHome = instantAt(calendar.zone, previousOpen(calendar, addDays(day, -1)), hours.to);
  const row = await lastOutage(tx, wentHome, instantAt(calendar.zone, addDays(day, 1), '00:00'));
  const outage = row && { from: row.downFrom, to: row.upAt };
  const begins = instantAt(calendar.zone, day, hours.from);
  if (outage === undefined || outage.from >= begins) return undefined;
  return canWorkIn({ calendar, hours, away: [] }, outage) ? outage : undefined;
}
