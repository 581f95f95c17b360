import { promiseCash } from '../../../db/queries/promise/cash.ts';
import { livePromises } from '../../../db/queries/promise/find.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { formatMoney, money } from '../../core/money.ts';
import { judgePromise } from '../../core/promise/judge.ts';
import { calendarOf } from '../scope.ts';
import type { Bench, Found } from './found.ts';

/** Promises about which the ledger knows enough, and that nobody judged. */
export async function promisesNotJudged({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const live = await livePromises(scope.tx, caseIds);
  if (live.length === 0) return [];
  const cash = await promiseCash(
    scope.tx,
    live.map(({ promise }) => promise.id),
  );
  const { ledgerCovers } = scope.workspace;
  return live.flatMap(({ promise, currency, place }) => {
    const calendar = calendarOf(place, scope.workspace);
    const { kind } = judgePromise(
      {
        amount: promise.amount,
        dueOn: businessDate(promise.dueOn),
        paid: cash.get(promise.id) ?? 0n,
        calendar,
        ...(ledgerCovers === null ? {} : { ledgerCovers: businessDate(ledgerCovers) }),
      },
      dateIn(calendar.zone, scope.now),
    );
    if (kind === promise.status || kind === 'open') return [];
    return [
      {
        check: 'promise',
        subject: String(promise.id),
        caseId: promise.caseId,
        facts: {
          amount: formatMoney(money(promise.amount, currency)),
          due: promise.dueOn,
          status: promise.status,
          verdict: kind,
        },
        mends: true,
      },
    ];
  });
}
