import { businessDate, type BusinessDate } from '../../core/calendar/business-date.ts';
import type { Currency } from '../../core/money.ts';
import type { Scope } from '../scope.ts';
import { type Collection, collection } from './collection.ts';
import { type Leading, leading } from './leading.ts';
import { type LedgerPart, receivables, type Receivables } from './receivables.ts';
import { overdueTrends, type Trend } from './trend.ts';

/** A part of the ledger by how late it is: one currency in full, the others in short. */
export interface AgingReport {
  readonly main: Receivables | undefined;
  readonly others: readonly Receivables[];
  /** Nothing of a single customer. */
  readonly leading: Leading | undefined;
  readonly trend: Trend | undefined;
  /** Only of the whole ledger. */
  readonly collection: Collection | undefined;
  readonly covers: BusinessDate | undefined;
}

/** @param currency the one to show in full; else the one with the most invoices */
export async function agingReport(scope: Scope, part: LedgerPart, currency?: Currency): Promise<AgingReport> {
  const all = await receivables(scope, part);
  const main = currency === undefined ? all[0] : all.find((of) => of.currency === currency);
  const isWhole = Object.keys(part).length === 0;
  const { ledgerCovers } = scope.workspace;
  return {
    main,
    others: all.filter((of) => of !== main),
    leading: main && part.customerIds === undefined ? await leading(scope, main.currency, part) : undefined,
    trend: main && (await overdueTrends(scope, part)).get(main.currency),
    collection: main && isWhole ? (await collection(scope)).get(main.currency) : undefined,
    covers: ledgerCovers === null ? undefined : businessDate(ledgerCovers),
  };
}
