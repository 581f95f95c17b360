import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/**
 * Those of the cases to which a letter that asked for payment was delivered after they were last thanked, and in which
 * something that it named was paid: what was credited or written off is nothing to thank for.
 */
export async function casesToThank(tx: Transaction, caseIds: readonly number[]): Promise<readonly number[]> {
  const rows = await tx.execute<{ case_id: bigint }>(sql`
    select distinct l.case_id from letter l
    where l.workspace_id = current_workspace() and l.case_id = ${anyOf(caseIds)} and l.status = 'sent'
      and l.kind in ('reminder', 'second reminder', 'payment demand', 'final notice', 'formal claim')
      and exists (select from occurrence_invoice oi
        join posting g on g.workspace_id = oi.workspace_id and g.invoice_id = oi.invoice_id
          and g.credit = 'receivable' and g.debit in ('cash', 'unapplied')
        where oi.workspace_id = l.workspace_id and oi.occurrence_id = l.occurrence_id)
      and not exists (select from letter t where t.workspace_id = l.workspace_id and t.case_id = l.case_id
        and t.kind = 'thank-you' and t.id > l.id)`);
  return rows.map((row) => Number(row.case_id));
}
