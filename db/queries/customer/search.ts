import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anywhere } from '../anywhere.ts';

export interface FoundCustomer extends Record<string, unknown> {
  readonly id: bigint;
  readonly number: string;
  readonly name: string;
  /** The number, the name or one of its spellings is exactly what was asked for. */
  readonly exact: boolean;
  /** Of all that match, whatever the limit. */
  readonly total: number;
}

/** Customers whose number is the text, or whose name (in any spelling) holds it; exact ones first, then by name. */
export async function searchCustomers(
  tx: Transaction,
  text: string,
  limit: number,
): Promise<readonly FoundCustomer[]> {
  const part = anywhere(text);
  const whole = text.toLowerCase();
  return tx.execute<FoundCustomer>(sql`
    select id, number, name, exact, count(*) over ()::int as total
    from (
      select c.id, c.number, c.name, c.number = ${text} or lower(c.name) = ${whole} or exists (
        select from customer_spelling s where s.workspace_id = c.workspace_id and s.customer_id = c.id and lower(s.name) = ${whole}) as exact
      from customer c
      where c.workspace_id = current_workspace() and (c.number = ${text} or c.name ilike ${part} or exists (
        select from customer_spelling s where s.workspace_id = c.workspace_id and s.customer_id = c.id and s.name ilike ${part}))) f
    order by exact desc, name, id limit ${limit}`);
}
