import { sql } from 'drizzle-orm';
import type { Calendar } from '../../core/calendar/business-days.ts';
import { isOpen } from '../../core/calendar/business-days.ts';
import { DomainError } from '../../core/error.ts';
import type { FileCustomer } from '../../import/customers.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { writeContacts } from './contacts.ts';
import type { ImportAnswers } from './row.ts';

/** A customer of the ledger, as booking needs it. */
export interface Place {
  readonly id: number;
  readonly calendar: Calendar;
}

/**
 * Writes the customers of a file: new ones, and what the file knows better of known ones. A country or zone that is
 * set stays: somebody may have corrected it here.
 * @returns all of them, by their number.
 */
export async function writeCustomers(
  scope: Scope,
  customers: readonly FileCustomer[],
  answers: ImportAnswers,
): Promise<ReadonlyMap<string, Place>> {
  const rows = customers.map((one) => ({
    number: one.number,
    name: one.name,
    country: countryOf(scope, one, answers),
    zone: answers.zone === scope.workspace.zone ? null : answers.zone,
  }));
  await scope.tx.execute(sql`
    insert into customer (workspace_id, number, name, country, zone)
    select current_workspace(), f.number, f.name, f.country, f.zone
    from json_to_recordset(${JSON.stringify(rows)}::json) as f(number text, name text, country text, zone text)
    order by f.number
    on conflict (workspace_id, number) do update
      set name = excluded.name, country = coalesce(customer.country, excluded.country), zone = coalesce(customer.zone, excluded.zone)
      where (customer.name, customer.country, customer.zone)
        is distinct from (excluded.name, coalesce(customer.country, excluded.country), coalesce(customer.zone, excluded.zone))`);
  const places = await placesOf(
    scope,
    rows.map(({ number }) => number),
  );
  await writeSpellings(scope, customers, places);
  await writeContacts(scope, customers, places);
  return places;
}

interface PlaceRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly number: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly zone: string | null;
}

async function placesOf(scope: Scope, numbers: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const rows = await scope.tx.execute<PlaceRow>(sql`
    select c.id, c.number, c.country, c.region, c.zone
    from customer c join json_array_elements_text(${JSON.stringify(numbers)}::json) f(number) using (number)
    where c.workspace_id = current_workspace()`);
  return new Map(
    rows.map((row) => [row.number, { id: Number(row.id), calendar: calendarOf(row, scope.workspace) }]),
  );
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

async function writeSpellings(
  scope: Scope,
  customers: readonly FileCustomer[],
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const rows = customers.flatMap(({ number, spellings }) =>
    spellings.map(({ name, count }) => ({ customer: places.get(number)?.id, name, count })),
  );
  await scope.tx.execute(sql`
    insert into customer_spelling (workspace_id, customer_id, name, count)
    select current_workspace(), f.customer, f.name, f.count
    from json_to_recordset(${JSON.stringify(rows)}::json) as f(customer bigint, name text, count int)
    on conflict (workspace_id, customer_id, name) do update set count = excluded.count
      where customer_spelling.count <> excluded.count`);
}
