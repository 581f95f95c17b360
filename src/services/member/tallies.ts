import { type Tally, tallies } from '../../../db/queries/member/tallies.ts';
import { addDays, weekday } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';
import { hasRole, type Member } from './roster.ts';

export type { Tally } from '../../../db/queries/member/tallies.ts';

/** What each member has in hand and missed since Monday, as far as the viewer may see it. */
export async function talliesFor(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  viewer: Member,
): Promise<ReadonlyMap<number, Tally>> {
  const monday = addDays(scope.today, 1 - weekday(scope.today));
  const all = await tallies(scope.tx, monday);
  return new Map(
    [...all].filter(([id]) => {
      const person = people.get(id);
      return person !== undefined && maySee(viewer, person);
    }),
  );
}

/** A miss is between a person and those who answer for them: their lead (any lead, where none is named), managers, admins. */
function maySee(viewer: Member, person: Member): boolean {
  if (viewer.id === person.id || hasRole(viewer, ['manager', 'admin'])) return true;
  return person.leadId === null ? hasRole(viewer, ['lead']) : person.leadId === viewer.id;
}
