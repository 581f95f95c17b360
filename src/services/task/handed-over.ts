import { type HandedOver, handedOverBetween } from '../../../db/queries/task/misses.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { eveningBefore } from '../../core/task/presence.ts';
import { presenceOf } from '../member/presence.ts';
import type { Member } from '../member/roster.ts';
import { morningAt } from '../routine/plan.ts';
import type { Scope } from '../scope.ts';

/** The cases of which somebody was handed a task since they went home last, up to the list of their day; each with who missed it. */
export async function handedOverTo(
  scope: Scope,
  person: Member,
  day: BusinessDate = dateIn(person.zone, scope.now),
): Promise<ReadonlyMap<number, HandedOver>> {
  const from = eveningBefore(presenceOf(person), day);
  const rows = await handedOverBetween(scope.tx, person.id, from, morningAt(person, day));
  return new Map(rows.map((row) => [row.caseId, row]));
}
