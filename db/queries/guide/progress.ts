import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { only } from '../only.ts';

/** What a team has done with Dunwell at least once. */
export interface ProgressRow extends Record<string, unknown> {
  readonly owned: boolean;
  readonly called: boolean;
  readonly promised: boolean;
  readonly missed: boolean;
  readonly written: boolean;
  readonly paid: boolean;
  readonly approved: boolean;
}

export async function progressOf(tx: Transaction): Promise<ProgressRow> {
  const here = sql`workspace_id = current_workspace()`;
  const rows = await tx.execute<ProgressRow>(sql`
    select exists (select from customer where ${here} and owner_id is not null) as owned,
      exists (select from outcome where ${here}) as called,
      exists (select from promise where ${here}) as promised,
      exists (select from miss where ${here}) as missed,
      exists (select from letter where ${here} and status = 'sent') as written,
      exists (select from payment where ${here} and source = 'finance') as paid,
      exists (select from approval where ${here} and status in ('approved', 'refused')) as approved`);
  return only(rows);
}
