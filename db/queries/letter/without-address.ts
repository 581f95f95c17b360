import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { LetterRow } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

export interface LetterWithoutAddress extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly occurrence_id: bigint;
  readonly kind: LetterRow['kind'];
  readonly customer_id: bigint;
  readonly owner_id: bigint | null;
}

/**
 * Last letters of these cases that could not go for want of an address, which is wanting still, and for which nobody
 * was ever asked to find one; as long as something that they named is overdue.
 */
export async function lettersWithoutAddress(
  tx: Transaction,
  caseIds: readonly number[],
  today: string,
): Promise<readonly LetterWithoutAddress[]> {
  return tx.execute<LetterWithoutAddress>(sql`
    select l.case_id, l.occurrence_id, l.kind, c.customer_id, cu.owner_id
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id and cu.stopped is null
    join lateral (select * from letter l where l.workspace_id = c.workspace_id and l.case_id = c.id
      order by l.id desc limit 1) l on l.status = 'impossible'
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
      and not exists (select from task t where t.workspace_id = l.workspace_id and t.occurrence_id = l.occurrence_id
        and t.kind = 'mail address')
      and not exists (select from contact p where p.workspace_id = c.workspace_id and p.customer_id = c.customer_id
        and p.email is not null and p.email_refused_at is null)
      and exists (select from occurrence_invoice oi
        join invoice i on i.workspace_id = oi.workspace_id and i.id = oi.invoice_id and i.effective_due_on < ${today}::date
        join invoice_balance b on b.workspace_id = oi.workspace_id and b.invoice_id = oi.invoice_id and b.open > 0
        where oi.workspace_id = l.workspace_id and oi.occurrence_id = l.occurrence_id)
    order by c.id`);
}
