import type { Invoice } from '../ledger/history.ts';
import { zoneOf } from '../ledger/place.ts';
import { createDays, type Days } from './days.ts';

/** The calendar on each customer's wall. */
export function calendarsOf(invoices: readonly Invoice[]): (customer: string) => Days {
  const byCountry = new Map<string, Days>();
  for (const { country } of invoices)
    if (!byCountry.has(country)) byCountry.set(country, createDays(country, zoneOf(country)));
  const countryOf = new Map(invoices.map(({ customer, country }) => [customer, country]));
  return (customer) => {
    const days = byCountry.get(countryOf.get(customer) ?? '');
    if (days === undefined) throw new Error(`${customer} is in no invoice of the file`);
    return days;
  };
}
