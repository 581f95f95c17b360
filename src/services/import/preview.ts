import type { KnownInvoice } from '../../../db/queries/import/known-invoices.ts';
import { money, subtract } from '../../core/money.ts';
import type { OpenItem } from '../../import/read-row.ts';
import type { OpenItems } from '../../import/read-open-items.ts';
import type { CreditDifference } from './credits.ts';
import type { Change, Difference } from './difference.ts';
import { type Sums, sumsOf, sumsOfTally } from './sums.ts';

/** What an import would do, as it is shown before it is confirmed. */
export interface Preview {
  readonly items: Sums;
  /** Of the items: what was due before the day of the export. */
  readonly due: Sums & { readonly customers: number };
  readonly notYetIssued: Sums;
  readonly settled: Sums;
  /** Of the settled ones: those with a day of payment, which are booked on it. */
  readonly history: number;
  readonly badRows: BadRowsShown;
  readonly spellings: SpellingsShown;
  /** Against a ledger that has something already. */
  readonly difference?: DifferenceShown;
  readonly notes: readonly string[];
}

export interface BadRowsShown {
  readonly count: number;
  readonly first: readonly { readonly row: number; readonly reason: string }[];
}

export interface SpellingsShown {
  /** Customers with more than one. */
  readonly count: number;
  readonly examples: readonly {
    readonly number: string;
    readonly name: string;
    readonly others: readonly string[];
  }[];
}

/** Each with what it is about: the open amounts of new and vanished items, the amounts of payments. */
export interface DifferenceShown {
  readonly fresh: Sums;
  /** New invoices that were settled before, each on a day that the file gives; their whole amounts. */
  readonly history: Sums;
  readonly paid: Sums;
  readonly reopened: Sums;
  readonly rebooked: Sums;
  readonly redated: number;
  readonly vanished: Sums;
  readonly kept: Sums;
}

/** The first of them are named on the card; all of them are in the file that can be had. */
const namedBadRows = 5;
const exampleCustomers = 3;

export function previewOf(
  file: OpenItems,
  difference: Difference,
  credits: CreditDifference,
  ledgerIsEmpty: boolean,
): Preview {
  return {
    items: sumsOfTally(file.totals),
    due: { ...sumsOfTally(file.dueBefore), customers: file.dueBefore.customers },
    notYetIssued: sumsOfTally(file.notYetIssued),
    settled: sumsOfTally(file.settled),
    history: file.history.length,
    badRows: badRowsShown(file),
    spellings: spellingsShown(file),
    ...(ledgerIsEmpty ? {} : { difference: differenceShown(difference, credits) }),
    notes: file.notes,
  };
}

export function badRowsShown({ badRows }: OpenItems): BadRowsShown {
  return firstBadRows(badRows);
}

/** How many, and the first of them by name. */
export function firstBadRows(badRows: OpenItems['badRows']): BadRowsShown {
  const first = badRows.slice(0, namedBadRows).map(({ row, reason }) => ({ row, reason }));
  return { count: badRows.length, first };
}

function spellingsShown({ customers }: OpenItems): SpellingsShown {
  const several = customers.filter(({ spellings }) => spellings.length > 1);
  const examples = several.slice(0, exampleCustomers).map(({ number, name, spellings }) => ({
    number,
    name,
    others: spellings.slice(1, 4).map((spelling) => spelling.name),
  }));
  return { count: several.length, examples };
}

export function differenceShown(difference: Difference, credits: CreditDifference): DifferenceShown {
  const { fresh, changed, redated, vanished, kept } = difference;
  const rebooked = changed.filter(isRebooked);
  const moved = changed.filter((change) => !isRebooked(change));
  return {
    fresh: sumsOf([...fresh.filter(isOpen), ...credits.fresh].map(({ open }) => open)),
    history: sumsOf(fresh.filter((item) => !isOpen(item)).map(({ total }) => total)),
    paid: sumsOf(moved.filter((change) => paidMore(change) > 0n).map(paidMoney)),
    reopened: sumsOf(moved.filter((change) => paidMore(change) < 0n).map(takenBack)),
    rebooked: sumsOf([
      ...rebooked.map(({ item }) => item.open),
      ...credits.changed.map(({ item }) => item.open),
    ]),
    redated: redated.length,
    vanished: sumsOf([...vanished.map(openOf), ...credits.vanished.map(creditOf)]),
    kept: sumsOf(
      kept.map(({ inFile, inLedger }) =>
        inFile.currency === inLedger.currency ? subtract(inFile, inLedger) : inFile,
      ),
    ),
  };
}

const isOpen = ({ open }: OpenItem): boolean => open.amount !== 0n;

export const openOf = ({ open, currency }: KnownInvoice) => money(open, currency);

export const creditOf = ({ amount, currency }: CreditDifference['vanished'][number]) =>
  money(-amount, currency);

function isRebooked({ invoice, total, currency }: Change): boolean {
  return total !== invoice.total || currency !== invoice.currency;
}

const paidMore = ({ invoice, paidByImport }: Change): bigint => paidByImport - invoice.paidByImport;
const paidMoney = (change: Change) => money(paidMore(change), change.currency);
const takenBack = (change: Change) => money(-paidMore(change), change.currency);
