import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** The due days of invoices whose customers have no country of their own, each once. */
export async function dueDaysOfWorkspacePlace(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.execute<{ due_on: string }>(sql`
    select distinct i.due_on from invoice i
    join customer c on c.workspace_id = i.workspace_id and c.id = i.customer_id and c.country is null
    where i.workspace_id = current_workspace()`);
  return rows.map((row) => row.due_on);
}

/** Writes the effective due days of those invoices anew. */
export async function setEffectiveDueDays(
  tx: Transaction,
  days: readonly { readonly dueOn: string; readonly effectiveDueOn: string }[],
): Promise<void> {
  const rows = days.map(({ dueOn, effectiveDueOn }) => ({ due_on: dueOn, effective: effectiveDueOn }));
  await tx.execute(sql`
    update invoice i set effective_due_on = r.effective
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(due_on date, effective date), customer c
    where i.workspace_id = current_workspace() and i.due_on = r.due_on and i.effective_due_on <> r.effective
      and c.workspace_id = i.workspace_id and c.id = i.customer_id and c.country is null`);
}
