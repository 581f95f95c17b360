import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { cases, customer, promise } from '../../../db/schema/index.ts';
import { promiseCash } from '../../../db/queries/promise-cash.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
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
  const rows = await livePromises(scope, caseIds);
  if (rows.length === 0) return;
  const cash = await promiseCash(
    scope.tx,
    rows.map(({ promise: row }) => row.id),
  );
  for (const { promise: row, currency, place } of rows) {
    const calendar = calendarOf(place, scope.workspace);
    const paid = cash.get(row.id) ?? 0n;
    const verdict = judgePromise(
      {
        amount: row.amount,
        dueOn: businessDate(row.dueOn),
        paid,
        calendar,
        ...(scope.workspace.ledgerCovers === null
          ? {}
          : { ledgerCovers: businessDate(scope.workspace.ledgerCovers) }),
      },
      dateIn(calendar.zone, scope.now),
    );
    if (verdict.kind !== row.status)
      await settle(scope, row, currency, verdict, dateIn(calendar.zone, scope.now), paid);
  }
}

async function livePromises(scope: Scope, caseIds: readonly number[]) {
  return scope.tx
    .select({
      promise,
      currency: cases.currency,
      place: { country: customer.country, region: customer.region, zone: customer.zone },
    })
    .from(promise)
    .innerJoin(cases, and(eq(cases.workspaceId, promise.workspaceId), eq(cases.id, promise.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(and(inArray(promise.caseId, [...caseIds]), inArray(promise.status, ['open', 'unconfirmed'])))
    .orderBy(asc(promise.id));
}

async function settle(
  scope: Scope,
  row: typeof promise.$inferSelect,
  currency: string,
  verdict: Verdict,
  today: string,
  paid: bigint,
): Promise<void> {
  if (verdict.kind === 'open') return;
  const ended = verdict.kind !== 'unconfirmed';
  await scope.tx
    .update(promise)
    .set({
      status: verdict.kind,
      paid,
      endedOn: ended ? today : null,
      ...(row.rests ? {} : { calledAbout: sql`true` }),
    })
    .where(eq(promise.id, row.id));
  await tellCase(scope, row.caseId, {
    kind: 'promise',
    caseId: row.caseId,
    promiseId: row.id,
    event: verdict.kind,
    memberId: row.madeBy,
    amount: formatMoney(money(row.amount, currency)),
    paid: paid === 0n ? null : formatMoney(money(paid, currency)),
    dueOn: row.dueOn,
    rests: row.rests,
  });
  await record(scope, [
    { what: `promise ${verdict.kind}`, caseId: row.caseId, details: { promise: row.id } },
  ]);
}
