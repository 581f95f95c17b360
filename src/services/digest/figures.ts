import {
  deskCounts,
  openByDueDate,
  overdueCustomers,
  promiseSums,
} from '../../../db/queries/digest/figures.ts';
import { type Aging, agingOf } from '../../core/aging/buckets.ts';
import { addDays, businessDate, type BusinessDate, weekday } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { type Currency, type Money, money } from '../../core/money.ts';
import { ledgerIsStale } from '../import/tell-stale.ts';
import type { Scope } from '../scope.ts';

export interface PromiseSum {
  readonly promises: number;
  readonly amount: Money;
}

/** One currency's morning: nobody adds euros to dollars. */
export interface CurrencyFigures {
  readonly currency: Currency;
  readonly aging: Aging;
  readonly overdueCustomers: number;
  readonly dueToday: PromiseSum | undefined;
  readonly dueThisWeek: PromiseSum | undefined;
  readonly broken: PromiseSum | undefined;
  readonly unconfirmed: PromiseSum | undefined;
}

export interface DigestFigures {
  readonly today: BusinessDate;
  readonly currencies: readonly CurrencyFigures[];
  readonly approvalsWaiting: number;
  readonly missed: number;
  readonly openCalls: number;
  readonly withheld: number;
  readonly shadow: boolean;
  readonly covers: BusinessDate | undefined;
  readonly stale: boolean;
}

/** What the team should know this morning, counted from the ledger. */
export async function digestFigures(scope: Scope): Promise<DigestFigures> {
  const { tx, today } = scope;
  const since = addBusinessDays(scope.calendar, today, -1);
  const open = await openByDueDate(tx);
  const aging = agingOf(
    open.map((row) => ({
      open: money(row.open, row.currency),
      effectiveDue: businessDate(row.effective_due_on),
    })),
    today,
  );
  const customers = new Map((await overdueCustomers(tx, today)).map((row) => [row.currency, row.customers]));
  const promises = await promiseSums(tx, { today, weekEnd: addDays(today, 7 - weekday(today)), since });
  const sumOf = (currency: Currency, kind: string): PromiseSum | undefined => {
    const row = promises.find((one) => one.currency === currency && one.kind === kind);
    return row === undefined ? undefined : { promises: row.promises, amount: money(row.amount, currency) };
  };
  const counts = await deskCounts(tx, since);
  return {
    today,
    currencies: [...aging].map(([currency, of]) => ({
      currency,
      aging: of,
      overdueCustomers: customers.get(currency) ?? 0,
      dueToday: sumOf(currency, 'today'),
      dueThisWeek: sumOf(currency, 'week'),
      broken: sumOf(currency, 'broken'),
      unconfirmed: sumOf(currency, 'unconfirmed'),
    })),
    approvalsWaiting: counts.approvals,
    missed: counts.missed,
    openCalls: counts.open_calls,
    withheld: counts.withheld,
    shadow: scope.workspace.shadow,
    covers: scope.workspace.ledgerCovers === null ? undefined : businessDate(scope.workspace.ledgerCovers),
    stale: ledgerIsStale(scope),
  };
}
