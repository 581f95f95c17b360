import { judgedByMonth, type JudgedRow } from '../../../db/queries/report/promises.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { monthEndsBefore, monthName } from '../../core/calendar/months.ts';
import { groupBy } from '../../core/group-by.ts';
import { type KeptRate, keptRate } from '../../core/metrics/kept.ts';
import type { Currency } from '../../core/money.ts';
import { keptPromises } from '../../reports/kept-promises.ts';
import type { Picture } from '../../reports/picture.ts';
import type { Scope } from '../scope.ts';

/** How promises in one currency were kept. */
export interface Kept {
  readonly promises: number;
  readonly kept: number;
  readonly rate: KeptRate;
  readonly months: readonly MonthKept[];
  readonly picture: Picture;
}

export interface MonthKept {
  readonly month: BusinessDate;
  readonly promises: number;
  readonly kept: number;
  readonly rate: KeptRate;
}

const monthsBack = 5;

/** Promises that fell due in this month and the five before it, and were judged. */
export async function keptRates(scope: Scope): Promise<ReadonlyMap<Currency, Kept>> {
  const [before = scope.today] = monthEndsBefore(scope.today, monthsBack + 1);
  const since = addDays(before, 1);
  const rows = groupBy(await judgedByMonth(scope.tx, since), ({ currency }) => currency);
  return new Map([...rows].flatMap(([currency, of]) => keptOf(of).map((kept) => [currency, kept] as const)));
}

function keptOf(rows: readonly JudgedRow[]): readonly Kept[] {
  const all = rows.reduce((sum, row) => ({
    ...sum,
    promises: sum.promises + row.promises,
    kept: sum.kept + row.kept,
    promised: sum.promised + row.promised,
    paid: sum.paid + row.paid,
  }));
  const rate = keptRate(all);
  const months = rows.flatMap(monthOf);
  if (rate === undefined) return [];
  return [{ promises: all.promises, kept: all.kept, rate, months, picture: pictureOf(months) }];
}

function monthOf(row: JudgedRow): readonly MonthKept[] {
  const rate = keptRate(row);
  const { promises, kept } = row;
  return rate === undefined ? [] : [{ month: businessDate(row.month), promises, kept, rate }];
}

function pictureOf(months: readonly MonthKept[]): Picture {
  return keptPromises(
    months.map(({ month, promises, kept, rate }) => ({
      label: monthName(month),
      promises,
      kept,
      percent: rate.byAmount,
    })),
  );
}
