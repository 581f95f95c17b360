import * as queries from '../../../db/queries/import/customers.ts';
import { type Calendar, isOpen } from '../../core/calendar/business-days.ts';
import { zoneOfCountry } from '../../core/calendar/zone-of-country.ts';
import { DomainError } from '../../core/error.ts';
import type { FileCustomer } from '../../import/customers.ts';
import { calendarOf, type Scope } from '../scope.ts';
import type { ImportAnswers } from './row.ts';

/** A customer of the ledger, as booking needs it. */
export interface Place {
  readonly id: number;
  readonly calendar: Calendar;
}

/**
 * Writes the customers of a file: new ones, and what the file knows better of known ones. A country or zone that is
 * set stays: somebody may have corrected it here. A customer of another country has the zone of that country if it has
 * just one; in a country of several (US, ES) we do not know which, and the workspace's own zone is kept.
 * @returns all of them, by their number.
 */
export async function writeCustomers(
  scope: Scope,
  customers: readonly FileCustomer[],
  answers: ImportAnswers,
): Promise<ReadonlyMap<string, Place>> {
  await queries.writeCustomers(
    scope.tx,
    customers.map((customer) => asRow(scope, customer, answers)),
  );
  const rows = await queries.customersByNumber(
    scope.tx,
    customers.map(({ number }) => number),
  );
  const places = new Map(
    rows.map((row) => [row.number, { id: row.id, calendar: calendarOf(row, scope.workspace) }]),
  );
  const written = customers.map((customer) => ({ customer, id: placeNamed(customer.number, places).id }));
  await queries.writeSpellings(scope.tx, written.flatMap(spellingsOf));
  await queries.writeContacts(scope.tx, written.flatMap(contactOf));
  return places;
}

/** The place of a customer whom the file names. */
export function placeNamed(number: string, places: ReadonlyMap<string, Place>): Place {
  const place = places.get(number);
  if (place === undefined) throw new Error(`customer ${number} was not written`);
  return place;
}

interface Written {
  readonly customer: FileCustomer;
  readonly id: number;
}

function spellingsOf({ customer, id }: Written): readonly queries.NewSpelling[] {
  return customer.spellings.map(({ name, count }) => ({ customer: id, name, count }));
}

/** Whoever the file names for the customer; an address or a telephone alone stands for its name. */
function contactOf({ customer: { contact }, id }: Written): readonly queries.NewContact[] {
  const { contactName, contactEmail: email = null, contactPhone: phone = null } = contact;
  const name = contactName ?? email ?? phone;
  return name === null ? [] : [{ customer: id, name, email, phone }];
}

function asRow(scope: Scope, customer: FileCustomer, answers: ImportAnswers): queries.NewCustomer {
  const country = countryOf(scope, customer, answers);
  return { number: customer.number, name: customer.name, country, zone: zoneOf(scope, country, answers) };
}

/** Empty: the workspace's own. A zone that was answered is meant for the country that was answered. */
function zoneOf({ workspace }: Scope, country: string | null, answers: ImportAnswers): string | null {
  const isAnswered = (country ?? workspace.country) === answers.country && answers.zone !== workspace.zone;
  if (isAnswered) return answers.zone;
  return country === null ? null : (zoneOfCountry(country) ?? null);
}

/** What the file says, else what it hints at, else what was answered. Empty: the workspace's own. */
function countryOf(
  scope: Scope,
  { country, countryHint }: FileCustomer,
  answers: ImportAnswers,
): string | null {
  const told = [country, countryHint].find((code) => code !== undefined && hasCalendar(scope, code));
  const chosen = told ?? answers.country;
  return chosen === scope.workspace.country ? null : chosen;
}

/** ISO lists countries whose holidays nobody has written down. */
function hasCalendar({ workspace, today }: Scope, country: string): boolean {
  try {
    isOpen({ country, zone: workspace.zone }, today);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
