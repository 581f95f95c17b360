import { sql } from 'drizzle-orm';
import type { FileCustomer } from '../../import/customers.ts';
import type { Scope } from '../scope.ts';
import type { Place } from './customers.ts';

/**
 * Writes the contacts a file names. One that is known by name gets what it lacks; an address that was refused is
 * replaced by another one, never by itself, so that a bounce is not forgotten with every import.
 */
export async function writeContacts(
  scope: Scope,
  customers: readonly FileCustomer[],
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const rows = customers.flatMap(({ number, contact }) => {
    const name = contact.contactName ?? contact.contactEmail ?? contact.contactPhone;
    if (name === undefined) return [];
    const { contactEmail: email = null, contactPhone: phone = null } = contact;
    return [{ customer: places.get(number)?.id, name, email, phone }];
  });
  if (rows.length === 0) return;
  await scope.tx.execute(sql`
    with file as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as f(customer bigint, name text, email text, phone text)),
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
