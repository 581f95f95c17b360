import { sql } from 'drizzle-orm';
import { money } from '../../core/money.ts';
import type { OpenItems } from '../../import/read-open-items.ts';
import type { OpenItem } from '../../import/read-row.ts';
import type { Scope } from '../scope.ts';
import type { Comparison } from './comparison.ts';
import {
  badRowsShown,
  creditOf,
  differenceShown,
  type DifferenceShown,
  openOf,
  type Preview,
} from './preview.ts';
import { type Sums, sumsOf, sumsOfTally } from './sums.ts';

/** What came of an import, with the file's sums beside those the ledger has now. */
export interface ControlTotal {
  readonly rows: number;
  readonly items: Sums;
  readonly notYetIssued: Sums;
  readonly settled: Sums;
  readonly badRows: Preview['badRows'];
  /** What is open in the ledger of the file's items, read back after booking. */
  readonly inLedger: Sums;
  /** What that should be: the file's sums, less what people here recorded as paid and the file does not know. */
  readonly expected: Sums;
  readonly difference: DifferenceShown;
  readonly overdue: Overdue;
  readonly vanished: Vanished;
}

/** Due before the day of the export and open, in the whole ledger. */
export interface Overdue extends Sums {
  readonly customers: number;
}

/** What is open in the ledger and was gone from the file: somebody of finance says whether it is paid. */
export interface Vanished extends Sums {
  readonly invoices: readonly number[];
  /** Credit notes that are gone, by their payment. */
  readonly credits: readonly number[];
  readonly settled?: {
    readonly by: number;
    readonly count: number;
    readonly amounts: Sums['amounts'];
  };
}

/** Counts and sums of an import that was just booked, those of the ledger read from the ledger. */
export async function controlTotalOf(
  scope: Scope,
  file: OpenItems,
  { invoices, credits }: Comparison,
): Promise<ControlTotal> {
  const items = sumsOfTally(file.totals);
  const [notYetIssued, settled] = [sumsOfTally(file.notYetIssued), sumsOfTally(file.settled)];
  return {
    rows: items.count + notYetIssued.count + settled.count + file.badRows.length,
    items,
    notYetIssued,
    settled,
    badRows: badRowsShown(file),
    inLedger: await openInLedger(scope, file.items),
    expected: expectedOf(file, invoices.kept),
    difference: differenceShown(invoices, credits),
    overdue: await overdueIn(scope, file.asOf),
    vanished: {
      ...sumsOf([...invoices.vanished.map(openOf), ...credits.vanished.map(creditOf)]),
      invoices: invoices.vanished.map(({ id }) => id),
      credits: credits.vanished.map(({ paymentId }) => paymentId),
    },
  };
}

/** Whether the ledger has what it should have, to the cent, in every currency. */
export function matches({ inLedger, expected }: Pick<ControlTotal, 'inLedger' | 'expected'>): boolean {
  return (
    inLedger.count === expected.count &&
    JSON.stringify(nonZero(inLedger)) === JSON.stringify(nonZero(expected))
  );
}

const nonZero = ({ amounts }: Sums) => amounts.filter(({ minor }) => minor !== '0');

function expectedOf({ items }: OpenItems, kept: Comparison['invoices']['kept']): Sums {
  const swapped = kept.flatMap(({ inFile, inLedger }) => [money(-inFile.amount, inFile.currency), inLedger]);
  return { ...sumsOf([...items.map(({ open }) => open), ...swapped]), count: items.length };
}

async function openInLedger(scope: Scope, items: readonly OpenItem[]): Promise<Sums> {
  const documents = items.map(({ customerNumber, invoiceNumber, kind }) => ({
    customer: customerNumber,
    number: invoiceNumber,
    kind,
  }));
  const rows = await scope.tx.execute<{ currency: string; amount: bigint; count: number }>(sql`
    with file as (
      select f.number, f.kind, c.id as customer_id
      from json_to_recordset(${JSON.stringify(documents)}::json) as f(customer text, number text, kind text)
      join customer c on c.workspace_id = current_workspace() and c.number = f.customer),
    standing as (
      select i.currency, b.open
      from file f
      join invoice i on i.workspace_id = current_workspace() and i.customer_id = f.customer_id and i.number = f.number
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
      where f.kind = 'invoice'
      union all
      select y.currency, -sum(case when g.credit = 'unapplied' then g.amount else -g.amount end)
      from file f
      join payment y on y.workspace_id = current_workspace() and y.customer_id = f.customer_id
        and y.reference = f.number and y.source = 'credit note'
      join posting g on g.workspace_id = y.workspace_id and g.payment_id = y.id and 'credit' in (g.debit, g.credit)
      where f.kind = 'credit_note'
      group by f.customer_id, f.number, y.currency having sum(case when g.credit = 'unapplied' then g.amount else -g.amount end) > 0)
    select currency, sum(open)::bigint as amount, count(*)::int as count from standing group by currency`);
  const amounts = sumsOf(rows.map(({ amount, currency }) => money(amount, currency)));
  return { ...amounts, count: rows.reduce((sum, { count }) => sum + count, 0) };
}

async function overdueIn(scope: Scope, asOf: string): Promise<Overdue> {
  const rows = await scope.tx.execute<{
    currency: string;
    amount: bigint;
    count: number;
    customers: number;
  }>(sql`
    with overdue as (
      select i.currency, i.customer_id, b.open
      from invoice_balance b join invoice i on i.workspace_id = b.workspace_id and i.id = b.invoice_id
      where b.workspace_id = current_workspace() and b.open > 0 and i.due_on < ${asOf}::date)
    select currency, sum(open)::bigint as amount, count(*)::int as count,
      (select count(distinct customer_id)::int from overdue) as customers
    from overdue group by currency`);
  const amounts = sumsOf(rows.map(({ amount, currency }) => money(amount, currency)));
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return { ...amounts, count, customers: rows[0]?.customers ?? 0 };
}
