import { type BadRow, badRow } from '../../../import/bad-rows.ts';
import type { CustomerRow } from '../../../import/side/customers.ts';
import type { Named } from '../../../import/side/side-file.ts';
import type { Member } from '../../member/roster.ts';
import type { Directory, KnownCustomer } from './find-customers.ts';
import { findOwner } from './find-member.ts';

/** One row, with everybody it names found. */
export interface Found {
  readonly row: CustomerRow & Named;
  readonly customer: KnownCustomer;
  readonly owner: Member | undefined;
}

/** Whom the rows are about; those that name somebody who is not here are bad. */
export function findPeople(
  rows: readonly (CustomerRow & Named)[],
  directory: Directory,
  people: ReadonlyMap<number, Member>,
): { readonly found: readonly Found[]; readonly bad: readonly BadRow[] } {
  const found: Found[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const customer = directory.find(row);
    const owner = row.owner === undefined ? undefined : findOwner(people, row.owner);
    const reasons = [customer, ...(owner === undefined ? [] : [owner])].flatMap((reading) =>
      'reason' in reading ? [{ column: '', value: '', reason: reading.reason }] : [],
    );
    if ('value' in customer && reasons.length === 0)
      found.push({
        row,
        customer: customer.value,
        owner: owner && 'value' in owner ? owner.value : undefined,
      });
    else bad.push(badRow(row.source, reasons));
  }
  return { found, bad };
}

/** Rows of one customer may add to each other; where they differ about one fact, nothing says which is right. */
export function withoutContradictions(found: readonly Found[]): {
  readonly single: readonly Found[];
  readonly contradicting: readonly BadRow[];
} {
  const first = new Map<string, { readonly value: string; readonly row: number }>();
  const contradicting: BadRow[] = [];
  const single = found.filter(({ row, customer, owner }) => {
    const told = Object.entries({ ...row.facts, ...(owner && { owner: owner.name }) });
    const clash = told.flatMap(([fact, value]) => {
      const key = `${customer.id} ${fact}`;
      const text = JSON.stringify(value, (_, each: unknown) =>
        typeof each === 'bigint' ? String(each) : each,
      );
      const before = first.get(key);
      if (before === undefined) first.set(key, { value: text, row: row.source.row });
      return before === undefined || before.value === text ? [] : [before.row];
    });
    if (clash.length === 0) return true;
    const reason = `row ${clash.join(', ')} says something else about ${customer.number}`;
    contradicting.push(badRow(row.source, [{ column: '', value: '', reason }]));
    return false;
  });
  return { single, contradicting };
}
