import { createHash } from 'node:crypto';
import { calendarMark, placesInUse, writeCalendarMark } from '../../../db/queries/clock/calendar-mark.ts';
import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { wakeAllCases } from '../../../db/queries/case/wake.ts';
import { closedDays } from '../../core/calendar/closed-days.ts';
import { record } from '../audit/record.ts';
import type { Office } from '../ports.ts';
import { planRoutines } from '../routine/plan.ts';
import { type Scope, within } from '../scope.ts';
import { redateInvoices } from './redate.ts';

/**
 * Notices at a start that a newer Dunwell knows other holidays than the one that reckoned due days, wake times and
 * morning lists; then all of them are reckoned anew, in sets.
 */
export async function followCalendars(office: Office, workspaceId: number): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    const known = await calendarMark(scope.tx);
    const mark = await markOf(scope);
    if (known === JSON.stringify(mark)) return;
    await lockAllCases(scope.tx);
    if (known !== null && differs(JSON.parse(known) as Mark, mark)) await reckonAnew(scope);
    await writeCalendarMark(scope.tx, JSON.stringify(mark), scope.now);
  });
}

async function reckonAnew(scope: Scope): Promise<void> {
  await redateInvoices(scope);
  await wakeAllCases(scope.tx, scope.now);
  await planRoutines(scope);
  await record(scope, [{ what: 'holidays changed: everything was reckoned anew' }]);
}

/** For each place in use, a mark of the days on which it is closed. */
type Mark = Readonly<Record<string, string>>;

/** A place that is new has reckoned nothing with older holidays. */
function differs(before: Mark, after: Mark): boolean {
  return Object.entries(after).some(([place, mark]) => before[place] !== undefined && before[place] !== mark);
}

async function markOf({ tx, today }: Scope): Promise<Mark> {
  const year = Number(today.slice(0, 4));
  const places = await placesInUse(tx);
  return Object.fromEntries(
    places.map(({ country, region }) => {
      const days = [year - 1, year, year + 1].flatMap((one) => [
        ...closedDays(country, region ?? undefined, one),
      ]);
      const mark = createHash('sha256').update(days.toSorted().join()).digest('base64url').slice(0, 12);
      return [`${country}-${region ?? ''}`, mark];
    }),
  );
}
