import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/** A hold that says something else than what it depends on. */
export interface WrongHold {
  readonly id: number;
  readonly caseId: number;
  readonly kind: string;
  readonly why: 'paid' | 'promise';
}

/** Holds of these cases that are on although the customer owes nothing, or lifted against a promise that is over. */
export async function wrongHolds(tx: Transaction, caseIds: readonly number[]): Promise<readonly WrongHold[]> {
  const rows = await tx.execute<{ id: bigint; case_id: bigint; kind: string; paid: boolean }>(sql`
    select h.id, h.case_id, h.kind, h.status <> 'suspended' as paid from hold h
    join workspace w on w.id = h.workspace_id
    left join promise p on p.workspace_id = h.workspace_id and p.id = h.promise_id
    where h.workspace_id = current_workspace() and h.case_id = ${anyOf(caseIds)}
      and (
        (h.status = 'on' and not exists (
          select from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
          where i.workspace_id = h.workspace_id and i.customer_id = h.customer_id))
        or (h.status = 'suspended' and not w.shadow and p.status in ('kept', 'broken', 'partial')))
    order by h.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    caseId: Number(row.case_id),
    kind: row.kind,
    why: row.paid ? 'paid' : 'promise',
  }));
}

/** Disputes of these cases that wait for somebody, and nobody has the task. */
export async function disputesOfNobody(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly { readonly id: number; readonly caseId: number; readonly since: Date }[]> {
  const rows = await tx.execute<{ id: bigint; case_id: bigint; raised_ms: number }>(sql`
    select d.id, d.case_id, (extract(epoch from d.raised_at) * 1000)::float8 as raised_ms from dispute d
    where d.workspace_id = current_workspace() and d.case_id = ${anyOf(caseIds)} and d.status in ('open', 'upheld')
      and not exists (
        select from task t where t.workspace_id = d.workspace_id and t.dispute_id = d.id and t.status = 'open')
    order by d.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    caseId: Number(row.case_id),
    since: new Date(row.raised_ms),
  }));
}
