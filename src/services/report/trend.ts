import type { LedgerPart } from '../../../db/queries/report/part.ts';
import { historyBegins, receivablesAt } from '../../../db/queries/report/receivables.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { monthEndsBefore, monthName } from '../../core/calendar/months.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Currency, type Money, money, zero } from '../../core/money.ts';
import { overdueTrend } from '../../reports/overdue-trend.ts';
import type { Picture } from '../../reports/picture.ts';
import type { Scope } from '../scope.ts';

export interface OverdueAt {
  readonly day: BusinessDate;
  readonly overdue: Money;
}

/** How the overdue sum of a currency went, the last point today. */
export interface Trend {
  readonly points: readonly OverdueAt[];
  readonly picture: Picture;
}

const months = 11;

/** What was overdue at the month ends since the ledger's history begins. A single point is no trend: then none. */
export async function overdueTrends(
  scope: Scope,
  part: LedgerPart = {},
): Promise<ReadonlyMap<Currency, Trend>> {
  const begins = await historyBegins(scope.tx);
  if (begins === null) return new Map();
  const days = [...monthEndsBefore(scope.today, months).filter((day) => day >= begins), scope.today];
  if (days.length < 2) return new Map();
  const rows = groupBy(await receivablesAt(scope.tx, days, part), ({ currency }) => currency);
  return new Map(
    [...rows].map(([currency, of]) => {
      const overdue = new Map(
        of.map((row) => [businessDate(row.day), money(row.open - row.current, currency)]),
      );
      const points = days.map((day) => ({ day, overdue: overdue.get(day) ?? zero(currency) }));
      return [currency, { points, picture: pictureOf(currency, points) }];
    }),
  );
}

function pictureOf(currency: Currency, points: readonly OverdueAt[]): Picture {
  const last = points.length - 1;
  return overdueTrend(
    currency,
    points.map(({ day, overdue }, index) => ({ label: index === last ? 'now' : monthName(day), overdue })),
  );
}
