import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { audit } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

export interface AuditEntry {
  /** Past tense, such as `promise made`. */
  readonly what: string;
  /** Empty when the engine acted by itself. */
  readonly memberId?: number;
  readonly caseId?: number;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Appends to the workspace's history. Each entry carries the hash of the one before, so an edit in the middle shows;
 * the advisory lock makes the chain one line even when two transactions write at once.
 */
export async function record(scope: Scope, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('audit', ${scope.workspace.id}))`);
  const [last] = await scope.tx.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.id)).limit(1);
  await scope.tx.insert(audit).values(chain(scope, last?.hash ?? '', entries));
}

function chain(scope: Scope, from: string, entries: readonly AuditEntry[]): (typeof audit.$inferInsert)[] {
  let previousHash = from;
  return entries.map((entry) => {
    const row = {
      workspaceId: scope.workspace.id,
      at: scope.now,
      memberId: entry.memberId ?? null,
      what: entry.what,
      caseId: entry.caseId ?? null,
      details: entry.details ?? {},
      previousHash,
    };
    previousHash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    return { ...row, hash: previousHash };
  });
}
