import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface Concerned {
  /** Whoever acted, and whoever else is meant by name. */
  readonly memberIds: readonly number[];
  /** Whoever owns these cases or has had a task of theirs is concerned. */
  readonly caseIds: readonly number[];
}

/**
 * Wants the opened Homes of those concerned rendered afresh; `everybody` means every opened one. People at the desk
 * (every role but that of a rep) see figures of the whole workspace, so they are always concerned.
 * @returns how many there are; Homes that were never opened are none.
 */
export async function wantHomes(tx: Transaction, whom: Concerned | 'everybody'): Promise<number> {
  const concerned = whom === 'everybody' ? sql`true` : isConcerned(whom);
  const rows = await tx.execute(sql`
    update home h set wanted = h.wanted + 1, parked = false from member m
    where h.workspace_id = current_workspace() and m.workspace_id = h.workspace_id and m.id = h.member_id
      and (${concerned})
    returning h.member_id`);
  return rows.length;
}

function isConcerned({ memberIds, caseIds }: Concerned) {
  return sql`
    m.roles && '{lead,manager,finance,legal,admin}'::text[]
    or m.id = any(${list(memberIds)}::bigint[])
    or exists (
      select from "case" c join customer k on k.workspace_id = c.workspace_id and k.id = c.customer_id
      where c.workspace_id = h.workspace_id and c.id = any(${list(caseIds)}::bigint[]) and k.owner_id = m.id)
    or exists (
      select from task t where t.workspace_id = h.workspace_id and t.case_id = any(${list(caseIds)}::bigint[])
        and m.id in (t.holder_id, t.first_holder_id))`;
}

const list = (ids: readonly number[]): string => `{${ids.join(',')}}`;
