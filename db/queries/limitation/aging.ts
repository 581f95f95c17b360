import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { here } from '../here.ts';
import { limitationAlert } from '../../schema/index.ts';

export interface AgingClaimRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly invoice_id: bigint;
  readonly number: string;
  readonly open: bigint;
  readonly currency: string;
  readonly due_on: string;
  readonly customer: string;
  /** Of the customer; the workspace's where it has none. */
  readonly country: string;
  readonly owner_id: bigint | null;
  /** How many alerts were given. */
  readonly given: number;
}

/** What is still open of invoices due by a day, the oldest first, unless both alerts were given. */
export async function agingClaims(
  tx: Transaction,
  dueBy: string,
  alerts: number,
): Promise<readonly AgingClaimRow[]> {
  return tx.execute<AgingClaimRow>(sql`
    select c.id as case_id, i.id as invoice_id, i.number, b.open, i.currency, i.due_on::text, u.name as customer,
      coalesce(u.country, w.country) as country, u.owner_id, coalesce(a.given, 0) as given
    from invoice i
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    join customer u on u.workspace_id = i.workspace_id and u.id = i.customer_id
    join workspace w on w.id = i.workspace_id
    join "case" c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
      and c.currency = i.currency and c.own_ladder = i.own_ladder
    left join limitation_alert a on a.workspace_id = i.workspace_id and a.invoice_id = i.id
    where i.workspace_id = current_workspace() and i.due_on <= ${dueBy} and not i.excluded
      and coalesce(a.given, 0) < ${alerts}
    order by i.due_on, i.id`);
}

export async function noteAlerts(
  tx: Transaction,
  alerts: readonly { readonly invoiceId: number; readonly given: number }[],
  on: string,
): Promise<void> {
  await tx
    .insert(limitationAlert)
    .values(alerts.map((one) => ({ ...one, workspaceId: here, on })))
    .onConflictDoUpdate({
      target: [limitationAlert.workspaceId, limitationAlert.invoiceId],
      set: { given: sql`excluded.given`, on: sql`excluded.on_day` },
    });
}
