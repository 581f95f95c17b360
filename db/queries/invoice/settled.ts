import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

export interface SettledRow extends Record<string, unknown> {
  readonly invoice_id: bigint;
  readonly paid: bigint;
  readonly credited: bigint;
}

/** What we gave up counts as credited: nobody paid it, and we do not ask for it. */
const isCredit = sql`(p.source is not distinct from 'credit note' or 'bad debt' in (g.debit, g.credit))`;

/** What of these invoices was paid and what was credited, after what was taken back. Minor units. */
export async function settledOfInvoices(
  tx: Transaction,
  invoiceIds: readonly number[],
): Promise<readonly SettledRow[]> {
  if (invoiceIds.length === 0) return [];
  return tx.execute<SettledRow>(sql`
    select g.invoice_id,
      coalesce(sum(case g.credit when 'receivable' then g.amount else -g.amount end) filter (where not ${isCredit}), 0)::bigint as paid,
      coalesce(sum(case g.credit when 'receivable' then g.amount else -g.amount end) filter (where ${isCredit}), 0)::bigint as credited
    from posting g
    left join payment p on p.workspace_id = g.workspace_id and p.id = g.payment_id
    where g.workspace_id = current_workspace() and g.invoice_id = ${anyOf(invoiceIds)}
      and 'receivable' in (g.debit, g.credit) and 'sales' not in (g.debit, g.credit)
    group by g.invoice_id`);
}
