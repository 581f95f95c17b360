import { isCountry } from './codes.ts';
import type { Details } from './details.ts';
import { type Group, groupBy } from '../core/group-by.ts';
import type { OpenItem } from './read-row.ts';

export interface Spelling {
  readonly name: string;
  readonly count: number;
}

export type ContactDetails = Pick<Details, 'contactName' | 'contactEmail' | 'contactPhone'>;

/** A customer as all rows of its number together describe it. */
export interface FileCustomer {
  readonly number: string;
  /** The most frequent spelling; of equally frequent ones the longest, then the first in the alphabet. */
  readonly name: string;
  /** All of them, the chosen one first. */
  readonly spellings: readonly Spelling[];
  readonly country?: string;
  /** What the business units of all its rows agree on, such as CA for CA02: a guess to be confirmed. */
  readonly countryHint?: string;
  readonly ownerName?: string;
  /** The contact most rows name; its parts are taken from the same rows. */
  readonly contact: ContactDetails;
}

/** The customers of the items, in the order of their numbers. */
export function customersOf(items: readonly OpenItem[]): FileCustomer[] {
  return [...groupBy(items, ({ customerNumber }) => customerNumber)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([number, rows]) => customerOf(number, rows));
}

function customerOf(number: string, rows: Group<OpenItem>): FileCustomer {
  const spellings = byFrequency(
    rows.map(({ customerName }) => customerName).filter((name) => name !== number),
  );
  const [country] = byFrequency(given(rows, 'country'));
  const [ownerName] = byFrequency(given(rows, 'ownerName'));
  const countryHint = agreedCountry(rows);
  return {
    number,
    name: spellings[0]?.name ?? number,
    spellings: spellings.length > 0 ? spellings : [{ name: number, count: rows.length }],
    ...(country && { country: country.name }),
    ...(countryHint && { countryHint }),
    ...(ownerName && { ownerName: ownerName.name }),
    contact: usualContact(rows),
  };
}

/** Most frequent first; equally frequent ones by length, then by the alphabet, so that the file's order plays no part. */
function byFrequency(names: readonly string[]): Spelling[] {
  return [...groupBy(names, (name) => name)]
    .map(([name, { length: count }]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
}

function given(rows: readonly OpenItem[], field: 'country' | 'ownerName'): string[] {
  return rows.map(({ details }) => details[field]).filter((text) => text !== undefined);
}

function usualContact(rows: readonly OpenItem[]): ContactDetails {
  const contacts = rows.map(({ details: { contactName, contactEmail, contactPhone } }) =>
    JSON.stringify({ contactName, contactEmail, contactPhone }),
  );
  const [usual] = byFrequency(contacts.filter((contact) => contact !== '{}'));
  return JSON.parse(usual?.name ?? '{}') as ContactDetails;
}

/** The two letters with which all business units of the customer begin, when a country has them and digits follow. */
function agreedCountry(rows: Group<OpenItem>): string | undefined {
  const [first, ...others] = new Set(
    rows.map(({ details }) => /^([A-Z]{2})\d+$/.exec(details.businessUnit ?? '')?.[1]),
  );
  return first !== undefined && others.length === 0 && isCountry(first) ? first : undefined;
}
