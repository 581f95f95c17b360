import type { FileCustomer } from './customers.ts';
import type { Details } from './details.ts';
import { groupBy } from '../core/group-by.ts';
import type { GoodRow } from './read-row.ts';
import { quote } from './reading.ts';

/** What a person should know although it made no row bad. */
export function readingNotes(rows: readonly GoodRow[], customers: readonly FileCustomer[]): string[] {
  return [
    ...dueBeforeIssued(rows),
    ...rounded(rows),
    ...leftOut(rows),
    ...spellings(customers),
    ...leadingZeros(customers),
  ];
}

function dueBeforeIssued(rows: readonly GoodRow[]): string[] {
  const odd = rows.filter(({ item }) => item.dueOn < item.issuedOn);
  return odd[0]
    ? [`${odd.length} items are due before they were issued (first: row ${odd[0].item.row}).`]
    : [];
}

function rounded(rows: readonly GoodRow[]): string[] {
  const { length } = rows.filter((row) => row.rounded);
  return length > 0
    ? [`${length} amounts have more decimals than their currency; each is rounded half up.`]
    : [];
}

function leftOut(rows: readonly GoodRow[]): string[] {
  const all = rows.flatMap(({ item, leftOut: details }) =>
    details.map(({ field, value }) => ({ field, value, row: item.row })),
  );
  return [...groupBy(all, ({ field }) => field).values()].map(
    ([first, ...others]) =>
      `${others.length + 1} values are left out because they cannot be ${fieldNames[first.field]} (first: row ${first.row}, ${quote(first.value)}).`,
  );
}

const fieldNames: Readonly<Record<keyof Details, string>> = {
  country: 'an ISO country code',
  ownerName: "an owner's name",
  contactName: "a contact's name",
  contactEmail: 'a mail address',
  contactPhone: 'a phone number',
  terms: 'payment terms',
  dunnedUpTo: "a step's number",
  businessUnit: 'a business unit',
  purchaseOrder: 'an order number',
  wasDisputed: 'yes or no',
};

function spellings(customers: readonly FileCustomer[]): string[] {
  const several = customers.filter((customer) => customer.spellings.length > 1);
  const [first] = several;
  if (first === undefined) return [];
  const example = first.spellings
    .slice(0, 2)
    .map(({ name }) => quote(name))
    .join(' and ');
  return [
    `${several.length} customers are spelled in several ways (${first.number}: ${example}); each stays one customer, under its most frequent name.`,
  ];
}

/** Spreadsheets drop leading zeros; whether 0140106408 and 140106408 are one customer is not for us to guess. */
function leadingZeros(customers: readonly FileCustomer[]): string[] {
  const alike = [...groupBy(customers, ({ number }) => number.replace(/^0+/, '')).values()].filter(
    ({ length }) => length > 1,
  );
  const [first] = alike;
  if (first === undefined) return [];
  const example = first.map(({ number }) => number).join(' and ');
  return [
    `${alike.length} customer numbers differ from another one only by leading zeros (${example}); they are kept apart.`,
  ];
}
