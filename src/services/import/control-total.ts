import { openOfDocuments, type OpenSum, overdueOn } from '../../../db/queries/import/control-total.ts';
import { money } from '../../core/money.ts';
import type { OpenItems } from '../../import/read-open-items.ts';
import type { OpenItem } from '../../import/read-row.ts';
import type { Scope } from '../scope.ts';
import type { CreditDifference } from './credits.ts';
import { type Difference, nameOf } from './difference.ts';
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
  /** What that should be: the file's sums, less what people here recorded as paid or credited and the file does not know. */
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
  { invoices, credits }: { readonly invoices: Difference; readonly credits: CreditDifference },
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
    expected: expectedOf(file, invoices.kept, credits.spent),
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

function expectedOf({ items }: OpenItems, kept: Difference['kept'], spent: CreditDifference['spent']): Sums {
  const swapped = kept
    .filter(({ inFile }) => inFile.amount !== 0n)
    .flatMap(({ inFile, inLedger }) => [money(-inFile.amount, inFile.currency), inLedger]);
  const used = spent.map(({ open }) => money(-open.amount, open.currency));
  return {
    ...sumsOf([...items.map(({ open }) => open), ...swapped, ...used]),
    count: items.length - spent.length,
  };
}

async function openInLedger({ tx }: Scope, items: readonly OpenItem[]): Promise<Sums> {
  const documents = items.map((item) => ({ ...nameOf(item), kind: item.kind }));
  return sumsOfOpen(await openOfDocuments(tx, documents));
}

async function overdueIn({ tx }: Scope, asOf: string): Promise<Overdue> {
  const rows = await overdueOn(tx, asOf);
  return { ...sumsOfOpen(rows), customers: rows[0]?.customers ?? 0 };
}

function sumsOfOpen(rows: readonly OpenSum[]): Sums {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return { ...sumsOf(rows.map(({ amount, currency }) => money(amount, currency))), count };
}
