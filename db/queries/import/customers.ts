import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface NewCustomer {
  readonly number: string;
  readonly name: string;
  readonly country: string | null;
  readonly zone: string | null;
}

/** Writes customers by their number; of known ones the name, and country and zone if they have none. */
export async function writeCustomers(tx: Transaction, customers: readonly NewCustomer[]): Promise<void> {
  await tx.execute(sql`
    insert into customer (workspace_id, number, name, country, zone)
    select current_workspace(), f.number, f.name, f.country, f.zone
    from json_to_recordset(${JSON.stringify(customers)}::json) as f(number text, name text, country text, zone text)
    order by f.number
    on conflict (workspace_id, number) do update
      set name = excluded.name, country = coalesce(customer.country, excluded.country), zone = coalesce(customer.zone, excluded.zone)
      where (customer.name, customer.country, customer.zone)
        is distinct from (excluded.name, coalesce(customer.country, excluded.country), coalesce(customer.zone, excluded.zone))`);
}

export interface CustomerPlace {
  readonly id: number;
  readonly number: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly zone: string | null;
}

export async function customersByNumber(
  tx: Transaction,
  numbers: readonly string[],
): Promise<readonly CustomerPlace[]> {
  const rows = await tx.execute<Omit<CustomerPlace, 'id'> & { readonly id: bigint }>(sql`
    select c.id, c.number, c.country, c.region, c.zone
    from customer c join json_array_elements_text(${JSON.stringify(numbers)}::json) f(number) using (number)
    where c.workspace_id = current_workspace()`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

export interface NewSpelling {
  readonly customer: number;
  readonly name: string;
  readonly count: number;
}

/** Writes spellings with their latest counts; older spellings stay. */
export async function writeSpellings(tx: Transaction, spellings: readonly NewSpelling[]): Promise<void> {
  await tx.execute(sql`
    insert into customer_spelling (workspace_id, customer_id, name, count)
    select current_workspace(), f.customer, f.name, f.count
    from json_to_recordset(${JSON.stringify(spellings)}::json) as f(customer bigint, name text, count int)
    on conflict (workspace_id, customer_id, name) do update set count = excluded.count
      where customer_spelling.count <> excluded.count`);
}

export interface NewContact {
  readonly customer: number;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Writes contacts for accounts payable, one for each customer. One known by name gets what is given; an address that
 * was refused stays refused unless another one is given.
 */
export async function writeContacts(tx: Transaction, contacts: readonly NewContact[]): Promise<void> {
  await tx.execute(sql`
    with file as (
      select * from json_to_recordset(${JSON.stringify(contacts)}::json) as f(customer bigint, name text, email text, phone text)),
    known as (
      update contact c
      set email = coalesce(f.email, c.email), phone = coalesce(f.phone, c.phone),
        email_refused_at = case when f.email is null or f.email = c.email then c.email_refused_at end
      from file f
      where c.workspace_id = current_workspace() and c.customer_id = f.customer and lower(c.name) = lower(f.name)
      returning c.customer_id)
    insert into contact (workspace_id, customer_id, name, role, email, phone)
    select current_workspace(), f.customer, f.name, 'accounts payable', f.email, f.phone
    from file f where f.customer not in (select customer_id from known)`);
}
