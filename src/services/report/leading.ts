import { type CustomerSumRow, leadingCustomers } from '../../../db/queries/report/customers.ts';
import type { LedgerPart } from '../../../db/queries/report/part.ts';
import { historyBegins } from '../../../db/queries/report/receivables.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { type Currency, type Money, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';

export interface CustomerSum {
  readonly name: string;
  readonly open: Money;
  readonly overdue: Money;
  /** What more is overdue than on the day compared with; negative: less. */
  readonly moved: Money;
}

export interface Leading {
  /** The day compared with: thirty days ago, or where the ledger's history begins; nothing while it begins today. */
  readonly since: BusinessDate | undefined;
  /** Those with the most overdue. */
  readonly most: readonly CustomerSum[];
  /** Those of which more became overdue, and less, the biggest change first. */
  readonly more: readonly CustomerSum[];
  readonly less: readonly CustomerSum[];
}

/** Customers named in each list. */
const named = 5;
const movers = 3;
const daysBack = 30;

/** The customers of a currency that somebody who looks at its aging asks for next. */
export async function leading(scope: Scope, currency: Currency, part: LedgerPart): Promise<Leading> {
  const since = await comparedWith(scope);
  const days = { today: scope.today, since: since ?? scope.today, first: named };
  const rows = await leadingCustomers(scope.tx, days, { ...part, currency });
  const list = (
    place: (row: CustomerSumRow) => number,
    most: number,
    counts: (row: CustomerSumRow) => boolean,
  ) =>
    rows
      .filter((row) => place(row) <= most && counts(row))
      .toSorted((a, b) => place(a) - place(b))
      .map((row) => sumOf(row));
  return {
    since,
    most: list(
      (row) => row.by_overdue,
      named,
      (row) => row.overdue > 0n,
    ),
    more: list(
      (row) => row.by_more,
      movers,
      (row) => row.overdue > row.before,
    ),
    less: list(
      (row) => row.by_less,
      movers,
      (row) => row.overdue < row.before,
    ),
  };
}

async function comparedWith({ tx, today }: Scope): Promise<BusinessDate | undefined> {
  const begins = await historyBegins(tx);
  const before = addDays(today, -daysBack);
  if (begins === null || begins >= today) return undefined;
  return begins > before ? businessDate(begins) : before;
}

function sumOf({ name, currency, open, overdue, before }: CustomerSumRow): CustomerSum {
  return {
    name,
    open: money(open, currency),
    overdue: money(overdue, currency),
    moved: money(overdue - before, currency),
  };
}
