import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** A day on which invoices of a place are due; a place without a country is the workspace's. */
export interface DueDay {
  readonly country: string | null;
  readonly region: string | null;
  readonly dueOn: string;
}

interface DueDayRow extends Record<string, unknown> {
  readonly country: string | null;
  readonly region: string | null;
  readonly due_on: string;
}

/** The due days of all invoices by the places of their customers, each once. */
export async function dueDays(tx: Transaction): Promise<readonly DueDay[]> {
  const rows = await tx.execute<DueDayRow>(sql`
    select distinct c.country, c.region, i.due_on from invoice i
    join customer c on c.workspace_id = i.workspace_id and c.id = i.customer_id
    where i.workspace_id = current_workspace()`);
  return rows.map(({ country, region, due_on }) => ({ country, region, dueOn: due_on }));
}

/** Writes effective due days anew where they are others now. */
export async function setEffectiveDueDays(
  tx: Transaction,
  days: readonly (DueDay & { readonly effectiveDueOn: string })[],
): Promise<void> {
  const rows = days.map(({ country, region, dueOn, effectiveDueOn }) => ({
    country,
    region,
    due_on: dueOn,
    effective: effectiveDueOn,
  }));
  await tx.execute(sql`
    update invoice i set effective_due_on = r.effective
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(country text, region text, due_on date, effective date), customer c
    where i.workspace_id = current_workspace() and i.due_on = r.due_on and i.effective_due_on <> r.effective
      and c.workspace_id = i.workspace_id and c.id = i.customer_id
      and c.country is not distinct from r.country and c.region is not distinct from r.region`);
}
