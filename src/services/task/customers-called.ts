import { placesOfCases } from '../../../db/queries/case/places.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import type { Calendar } from '../../core/calendar/business-days.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { isCall } from './deadline-of.ts';

/** The calendars of the customers whom these tasks have somebody telephone, by task. */
export async function customersCalled(
  scope: Scope,
  tasks: readonly TaskRow[],
): Promise<ReadonlyMap<number, Calendar>> {
  const calls = tasks.filter(isCall);
  const places = await placesOfCases(
    scope.tx,
    calls.map(({ caseId }) => caseId),
  );
  return new Map(
    calls.flatMap(({ id, caseId }) => {
      const place = places.get(caseId);
      return place === undefined ? [] : [[id, calendarOf(place, scope.workspace)] as const];
    }),
  );
}
