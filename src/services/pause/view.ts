import { findPause, numbersOfPauses } from '../../../db/queries/pause/find.ts';
import type { PauseRow } from '../../../db/schema/index.ts';
import { businessDate, type BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import type { Scope } from '../scope.ts';

export interface PauseView {
  readonly pause: PauseRow;
  readonly of: CaseOverview;
  /** Empty for a pause of all of the case. */
  readonly invoices: readonly string[];
  readonly until: BusinessDate;
  readonly running: boolean;
}

export async function pauseView(scope: Scope, id: number): Promise<PauseView | undefined> {
  const pause = await findPause(scope.tx, id);
  const of = pause && (await overviewOfCase(scope, pause.caseId));
  if (pause === undefined || of === undefined) return undefined;
  const until = businessDate(pause.untilDay);
  return {
    pause,
    of,
    invoices: pause.whole ? [] : await numbersOfPauses(scope.tx, [id]),
    until,
    running: pause.status === 'granted' && pause.endedOn === null && dateIn(of.zone, scope.now) < until,
  };
}
