import { historyBegins, receivablesAt } from '../../../db/queries/report/receivables.ts';
import { salesByDay, type SalesRow } from '../../../db/queries/report/sales.ts';
import { addDays, type BusinessDate, businessDate, daysBetween } from '../../core/calendar/business-date.ts';
import {
  collectionEffectiveness,
  salesOutstanding,
  type SalesOutstanding,
  type Stretch,
} from '../../core/metrics/collection.ts';
import { type Currency, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';

/** How well a currency is collected. */
export interface Collection {
  readonly days: number;
  readonly outstanding: SalesOutstanding | undefined;
  /** Collection effectiveness index, per cent. */
  readonly effectiveness: number | undefined;
}

const longestDays = 90;
/** Over less than four weeks the figures say more about the calendar than about collecting. */
const shortestDays = 28;

/**
 * DSO and CEI of each currency over the ninety days that the ledger covers, or as many of them as it knows the whole of.
 * Nothing while those are fewer than four weeks.
 */
export async function collection(scope: Scope): Promise<ReadonlyMap<Currency, Collection>> {
  const stretch = await stretchOf(scope);
  if (stretch === undefined) return new Map();
  const { from, to, days } = stretch;
  const rows = await receivablesAt(scope.tx, [from, to], {});
  const sales = await salesByDay(scope.tx, { after: from, to });
  const at = (currency: Currency, day: BusinessDate) =>
    rows.find((row) => row.currency === currency && row.day === day) ?? { open: 0n, current: 0n };
  return new Map(
    [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
      const [opening, closing] = [at(currency, from), at(currency, to)];
      const of: Stretch = {
        days,
        sales: money(soldIn(sales, currency), currency),
        opening: money(opening.open, currency),
        closing: money(closing.open, currency),
        closingCurrent: money(closing.current, currency),
      };
      const figures = { outstanding: salesOutstanding(of), effectiveness: collectionEffectiveness(of) };
      return [currency, { days, ...figures }];
    }),
  );
}

async function stretchOf({ tx, today, workspace }: Scope) {
  const begins = await historyBegins(tx);
  if (begins === null) return undefined;
  const covers = workspace.ledgerCovers === null ? today : businessDate(workspace.ledgerCovers);
  const to = covers < today ? covers : today;
  const earliest = addDays(to, -longestDays);
  const from = earliest < begins ? businessDate(begins) : earliest;
  const days = daysBetween(from, to);
  return days < shortestDays ? undefined : { from, to, days };
}

function soldIn(sales: readonly SalesRow[], currency: Currency): bigint {
  return sales.filter((row) => row.currency === currency).reduce((sum, { amount }) => sum + amount, 0n);
}
