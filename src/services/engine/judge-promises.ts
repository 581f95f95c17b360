import { type LivePromise, livePromises } from '../../../db/queries/promise/find.ts';
import { settlePromise } from '../../../db/queries/promise/settle.ts';
import { promiseCash } from '../../../db/queries/promise/cash.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { formatMoney, money } from '../../core/money.ts';
import { judgePromise, type Verdict } from '../../core/promise/judge.ts';
import { record } from '../audit/record.ts';
import { tellCase } from '../outbox/thread.ts';
import { calendarOf, type Scope } from '../scope.ts';

/**
 * Judges the open promises of these cases by what the ledger knows, and says the verdict in the thread in which the
 * promise was made.
 */
export async function judgePromises(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const live = await livePromises(scope.tx, caseIds);
  if (live.length === 0) return;
  const cash = await promiseCash(
    scope.tx,
    live.map(({ promise }) => promise.id),
  );
  for (const one of live) await judge(scope, one, cash.get(one.promise.id) ?? 0n);
}

async function judge(scope: Scope, { promise, currency, place }: LivePromise, paid: bigint): Promise<void> {
  const calendar = calendarOf(place, scope.workspace);
  const today = dateIn(calendar.zone, scope.now);
  const { ledgerCovers } = scope.workspace;
  const verdict = judgePromise(
    {
      amount: promise.amount,
      dueOn: businessDate(promise.dueOn),
      paid,
      calendar,
      ...(ledgerCovers === null ? {} : { ledgerCovers: businessDate(ledgerCovers) }),
    },
    today,
  );
  if (verdict.kind === promise.status || verdict.kind === 'open') return;
  await settle(scope, promise, verdict.kind, paid, today);
  await tell(scope, promise, verdict.kind, { amount: promise.amount, paid, currency });
}

type Ended = Exclude<Verdict['kind'], 'open'>;
type Promised = LivePromise['promise'];

async function settle(
  scope: Scope,
  { id, rests }: Promised,
  status: Ended,
  paid: bigint,
  today: BusinessDate,
): Promise<void> {
  await settlePromise(scope.tx, id, {
    status,
    paid,
    endedOn: status === 'unconfirmed' ? null : today,
    // The ladder never waited for it, so there is nothing to call about.
    ...(rests ? {} : { calledAbout: true }),
  });
}

async function tell(
  scope: Scope,
  { id, caseId, madeBy, dueOn, rests }: Promised,
  event: Ended,
  sums: { readonly amount: bigint; readonly paid: bigint; readonly currency: string },
): Promise<void> {
  await tellCase(scope, caseId, {
    kind: 'promise',
    caseId,
    promiseId: id,
    event,
    memberId: madeBy,
    amount: formatMoney(money(sums.amount, sums.currency)),
    paid: sums.paid === 0n ? null : formatMoney(money(sums.paid, sums.currency)),
    dueOn,
    rests,
  });
  await record(scope, [{ what: `promise ${event}`, caseId, details: { promise: id } }]);
}
