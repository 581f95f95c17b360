import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** A letter of which nobody knows what becomes of it. */
export interface ForgottenLetter {
  readonly id: number;
  readonly caseId: number;
  readonly kind: string;
  readonly status: string;
  readonly since: Date;
}

/**
 * Letters that have been on their way out since before a moment, though no message carries them and no open task asks a person about
 * them. Those beside the ladder have no time of their own and are told by the outbox.
 */
export async function forgottenLetters(tx: Transaction, before: Date): Promise<readonly ForgottenLetter[]> {
  const rows = await tx.execute<{
    id: bigint;
    case_id: bigint;
    kind: string;
    status: string;
    at_ms: number;
  }>(sql`
    select l.id, l.case_id, l.kind, l.status, (extract(epoch from o.at) * 1000)::float8 as at_ms
    from letter l join occurrence o on o.workspace_id = l.workspace_id and o.id = l.occurrence_id
    where l.workspace_id = current_workspace() and l.status in ('queued', 'unknown') and o.at < ${before.toISOString()}::timestamptz
      and not exists (
        select from task t where t.workspace_id = l.workspace_id and t.case_id = l.case_id and t.status = 'open'
          and t.kind in ('claim delivery', 'letter fate'))
      and not exists (
        select from outbox b where b.workspace_id = l.workspace_id and b.stream = 'mail:' || l.case_id
          and b.status in ('waiting', 'claimed', 'unknown') and b.notice->>'letterId' = l.id::text)
    order by l.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    caseId: Number(row.case_id),
    kind: row.kind,
    status: row.status,
    since: new Date(row.at_ms),
  }));
}
