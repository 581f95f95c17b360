import { coveredByBank } from '../../../db/queries/bank/files.ts';
import { firstWaitingDay } from '../../../db/queries/bank/lines.ts';
import { ledgerCovers } from '../../../db/queries/workspace/ledger-covers.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { coveredThrough } from '../../core/matching/covered.ts';
import { coverDay } from '../import/cover-day.ts';
import type { Scope } from '../scope.ts';

/**
 * Notes how far the ledger reaches by its bank statements, after anything about them changed. The caller holds all
 * cases. Returns the new day, if there is one.
 */
export async function advanceCover(scope: Scope): Promise<BusinessDate | undefined> {
  const before = await ledgerCovers(scope.tx);
  if (before === null) return undefined;
  const waiting = await firstWaitingDay(scope.tx);
  const statements = (await coveredByBank(scope.tx)).map(({ from, to }) => ({
    from: businessDate(from),
    to: businessDate(to),
  }));
  const last = waiting === undefined ? scope.today : earlier(addDays(businessDate(waiting), -1), scope.today);
  const day = coveredThrough(businessDate(before), statements, last, scope.calendar);
  if (day <= businessDate(before)) return undefined;
  await coverDay(scope, day);
  return day;
}

const earlier = (a: BusinessDate, b: BusinessDate): BusinessDate => (a < b ? a : b);
