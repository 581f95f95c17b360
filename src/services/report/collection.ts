import { historyBegins, receivablesAt } from '../../../db/queries/report/receivables.ts';
import { salesByDay, type SalesRow } from '../../../db/queries/report/sales.ts';
import { addDays, type BusinessDate, businessDate, daysBetween } from '../../core/calendar/business-date.ts';
import { monthsBetween } from '../../core/calendar/months.ts';
import {
  collectionEffectiveness,
  salesOutstanding,
  type SalesOutstanding,
  type Stretch,
} from '../../core/metrics/collection.ts';
import { countBackDays } from '../../core/metrics/count-back.ts';
import { type Currency, type Money, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';

/** How well a currency is collected. */
export interface Collection {
  readonly days: number;
  readonly outstanding: SalesOutstanding | undefined;
  /** DSO by counting back; unknown when more is open than was sold in the year. */
  readonly countBack: number | undefined;
  /** Collection effectiveness index, per cent. */
  readonly effectiveness: number | undefined;
}

const longestDays = 90;
const yearDays = 365;
/** Over less than four weeks the figures say more about the calendar than about collecting. */
const shortestDays = 28;

/**
 * DSO and CEI of each currency over the ninety days that the ledger covers, or as many of them as it knows the whole of.
 * Nothing while those are fewer than four weeks.
 */
export async function collection(scope: Scope): Promise<ReadonlyMap<Currency, Collection>> {
  const stretch = await stretchOf(scope);
  if (stretch === undefined) return new Map();
  const { from, to, days, yearFrom } = stretch;
  const rows = await receivablesAt(scope.tx, [from, to], {});
  const sales = await salesByDay(scope.tx, { after: yearFrom, to });
  const months = monthsBetween(addDays(yearFrom, 1), to);
  const at = (currency: Currency, day: BusinessDate) =>
    rows.find((row) => row.currency === currency && row.day === day) ?? { open: 0n, current: 0n };
  return new Map(
    [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
      const [opening, closing] = [at(currency, from), at(currency, to)];
      const of: Stretch = {
        days,
        sales: sold(sales, currency, { from: addDays(from, 1), to }),
        opening: money(opening.open, currency),
        closing: money(closing.open, currency),
        closingCurrent: money(closing.current, currency),
      };
      const newestFirst = months.map((month) => ({
        days: daysBetween(month.from, month.to) + 1,
        sales: sold(sales, currency, month),
      }));
      return [
        currency,
        {
          days,
          outstanding: salesOutstanding(of),
          countBack: countBackDays(of.closing, newestFirst),
          effectiveness: collectionEffectiveness(of),
        },
      ];
    }),
  );
}

async function stretchOf({ tx, today, workspace }: Scope) {
  const begins = await historyBegins(tx);
  if (begins === null) return undefined;
  const covers = workspace.ledgerCovers === null ? today : businessDate(workspace.ledgerCovers);
  const to = covers < today ? covers : today;
  const since = (days: number): BusinessDate => {
    const earliest = addDays(to, -days);
    return earliest < begins ? businessDate(begins) : earliest;
  };
  const from = since(longestDays);
  const days = daysBetween(from, to);
  return days < shortestDays ? undefined : { from, to, days, yearFrom: since(yearDays) };
}

function sold(
  sales: readonly SalesRow[],
  currency: Currency,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
): Money {
  const here = sales.filter((row) => row.currency === currency && from <= row.day && row.day <= to);
  return money(
    here.reduce((sum, { amount }) => sum + amount, 0n),
    currency,
  );
}
