import { type BadRow, badRow, type Fault } from './bad-rows.ts';
import { type Group, groupBy } from '../core/group-by.ts';
import type { GoodRow, OpenItem } from './read-row.ts';

export interface SingleRows {
  readonly single: readonly GoodRow[];
  readonly bad: readonly BadRow[];
  /** Further rows of a document that the file has line by line; they say nothing new. */
  readonly folded: number;
}

/**
 * Sorts out invoices that the file has more than once. The same row twice counts once. When rows of one invoice
 * differ, none of them is read, because nothing says which is right, and the result may not depend on their order.
 * A file that lists a document line by line (`byLine`) repeats its sums in each of them, which is no fault.
 */
export function dropDuplicates(
  rows: readonly GoodRow[],
  { invoiceColumn, byLine }: { readonly invoiceColumn: string; readonly byLine: boolean },
): SingleRows {
  let folded = 0;
  const single: GoodRow[] = [];
  const bad: BadRow[] = [];
  const refuse = ({ source, item }: GoodRow, reason: string): void => {
    const fault: Fault = { column: invoiceColumn, value: item.invoiceNumber, reason };
    bad.push(badRow(source, [fault]));
  };
  for (const group of groupBy(rows, invoiceKey).values()) {
    const [first, ...others] = group;
    if (others.every((other) => sameFacts(first.item, other.item))) {
      single.push(first);
      folded += byLine ? others.length : 0;
      for (const other of byLine ? [] : others) refuse(other, `same as row ${first.item.row}`);
    } else {
      for (const row of group) refuse(row, contradiction(row, group));
    }
  }
  return { single, bad, folded };
}

function invoiceKey({ item }: GoodRow): string {
  return JSON.stringify([item.customerNumber, item.invoiceNumber]);
}

/** Spelling and details may differ; what is owed and when may not. */
function sameFacts(a: OpenItem, b: OpenItem): boolean {
  return (
    a.total.amount === b.total.amount &&
    a.open.amount === b.open.amount &&
    a.open.currency === b.open.currency &&
    a.issuedOn === b.issuedOn &&
    a.dueOn === b.dueOn &&
    a.settledOn === b.settledOn
  );
}

function contradiction(row: GoodRow, group: Group<GoodRow>): string {
  const others = group.filter((other) => other !== row).map(({ item }) => item.row);
  const shown = others.slice(0, 3).join(', ') + (others.length > 3 ? ', …' : '');
  return `invoice ${row.item.invoiceNumber} also stands in row ${shown} with another amount or date`;
}
