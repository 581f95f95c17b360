import { openByDueDate } from '../../../db/queries/digest/figures.ts';
import type { LedgerPart } from '../../../db/queries/report/part.ts';
import { type Aging, agingOf, type Bucket, invoicesIn, openIn, overdueIn } from '../../core/aging/buckets.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { type Currency, type Money, money } from '../../core/money.ts';
import { agingBars } from '../../reports/aging-bars.ts';
import type { Picture } from '../../reports/picture.ts';
import type { Scope } from '../scope.ts';

export type { LedgerPart } from '../../../db/queries/report/part.ts';
export type { Picture } from '../../reports/picture.ts';

/** What is open in one currency, by how late it is. */
export interface Receivables {
  readonly currency: Currency;
  readonly aging: Aging;
  readonly invoices: Readonly<Record<Bucket, number>>;
  readonly open: Money;
  readonly overdue: Money;
  readonly picture: Picture;
}

/** What is open now, the currency with the most invoices first: sums of different currencies cannot be compared. */
export async function receivables(scope: Scope, part: LedgerPart = {}): Promise<readonly Receivables[]> {
  const items = (await openByDueDate(scope.tx, part)).map((row) => ({
    open: money(row.open, row.currency),
    effectiveDue: businessDate(row.effective_due_on),
    invoices: row.invoices,
  }));
  const counts = invoicesIn(items, scope.today);
  const all = [...agingOf(items, scope.today)].flatMap(([currency, aging]) => {
    const invoices = counts.get(currency);
    return invoices === undefined ? [] : [receivablesOf(currency, aging, invoices)];
  });
  return all.toSorted((a, b) => total(b) - total(a) || (a.currency < b.currency ? -1 : 1));
}

function receivablesOf(currency: Currency, aging: Aging, invoices: Receivables['invoices']): Receivables {
  const picture = agingBars(currency, aging);
  return { currency, aging, invoices, open: openIn(aging), overdue: overdueIn(aging), picture };
}

const total = ({ invoices }: Receivables): number => Object.values(invoices).reduce((sum, n) => sum + n, 0);
