import { type HandedOver, handedOverBetween } from '../../../db/queries/task/misses.ts';
import { addDays, type BusinessDate } from '../../core/calendar/business-date.ts';
import { previousOpen } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { presenceOf } from '../member/presence.ts';
import type { Member } from '../member/roster.ts';
import { morningAt } from '../routine/plan.ts';
import type { Scope } from '../scope.ts';

/**
 * The cases of which somebody was handed a task because its deadline passed, or had to keep it, between the list of
 * their day and the one before; each with who missed it.
 */
export async function handedOverTo(
  scope: Scope,
  person: Member,
  day: BusinessDate = dateIn(person.zone, scope.now),
): Promise<ReadonlyMap<number, HandedOver>> {
  const before = previousOpen(presenceOf(person).calendar, addDays(day, -1));
  const [from, to] = [before, day].map((on) => morningAt(person, on));
  if (from === undefined || to === undefined) return new Map();
  const rows = await handedOverBetween(scope.tx, person.id, from, to);
  return new Map(rows.map((row) => [row.caseId, row]));
}
