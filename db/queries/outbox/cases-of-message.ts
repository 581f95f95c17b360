import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** A message on the platform, and the one whose thread it stands in. */
export interface PlacedMessage {
  readonly channelId: string;
  readonly id: string;
  readonly threadId?: string;
}

/**
 * The cases that a message is about: it is said of one, stands in the thread of one's card, or names tasks of some.
 * None for a message that has nothing to do with us.
 */
export async function casesOfMessage(
  tx: Transaction,
  { channelId, id, threadId = id }: PlacedMessage,
): Promise<readonly number[]> {
  const rows = await tx.execute<{ case_id: bigint }>(sql`
    with said as (
      select id, parent_id, notice from outbox
      where workspace_id = current_workspace() and channel_id = ${channelId} and message_id in (${id}, ${threadId}))
    select (notice->>'caseId')::bigint as case_id from said where notice ? 'caseId'
    union select k.subject::bigint from said s
      join card k on k.workspace_id = current_workspace() and k.kind = 'case' and k.outbox_id in (s.id, s.parent_id)
    union select a.case_id from said s
      join card k on k.workspace_id = current_workspace() and k.kind = 'approval' and k.outbox_id = s.id
      join approval a on a.workspace_id = current_workspace() and a.id = k.subject::bigint
    union select a.case_id from said s
      join card k on k.workspace_id = current_workspace() and k.kind = 'approvals' and k.outbox_id = s.id
      join approval_asked q on q.workspace_id = current_workspace() and q.bundle = k.subject
      join approval a on a.workspace_id = current_workspace() and a.id = q.approval_id
    union select t.case_id from said s
      cross join lateral jsonb_array_elements(case when s.notice ? 'tasks' then s.notice->'tasks' else '[]' end) n
      join task t on t.workspace_id = current_workspace() and t.id = (n->>'id')::bigint`);
  return rows.map((row) => Number(row.case_id));
}
