import { wakeAllCases } from '../../../db/queries/case/wake.ts';
import { raiseLedgerCovers } from '../../../db/queries/workspace/ledger-covers.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';

/**
 * Notes that the ledger knows everything up to a day, never less than before, and has every case judged by that:
 * letters and broken promises may have waited for it. The caller holds all cases.
 */
export async function coverDay(scope: Scope, day: BusinessDate): Promise<void> {
  await raiseLedgerCovers(scope.tx, day);
  await wakeAllCases(scope.tx, scope.now);
  scope.wake('tick');
}
