import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

export interface SentLetter extends Record<string, unknown> {
  readonly case_id: bigint;
  /** The day that it bears. */
  readonly on_day: string;
  /** Addresses, comma between them. */
  readonly to_whom: string;
  /** Numbers of the invoices that it named. */
  readonly numbers: readonly string[];
}

/** Mails of these cases that asked for payment and reached the customers, in the order in which they went. */
export async function mailsThatAsked(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly SentLetter[]> {
  return tx.execute<SentLetter>(sql`
    select l.case_id, l.facts ->> 'on' as on_day,
      coalesce((select string_agg(r ->> 'email', ', ') from jsonb_array_elements(l.recipients) r), l.to_address, '') as to_whom,
      array(select i ->> 'number' from jsonb_array_elements(l.facts -> 'invoices') i) as numbers
    from letter l
    where l.workspace_id = current_workspace() and l.case_id = ${anyOf(caseIds)} and l.status = 'sent'
      and l.message_id is not null and l.kind in ('reminder', 'second reminder', 'payment demand', 'final notice')
    order by l.id`);
}
