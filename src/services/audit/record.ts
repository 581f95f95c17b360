import { appendHistory, holdHistory, type NewAudit } from '../../../db/queries/audit/append.ts';
import { type Concerned, refreshHomes } from '../home/want.ts';
import { hashOf } from './hash.ts';
import type { Scope } from '../scope.ts';

export interface AuditEntry {
  /** Past tense, such as `promise made`. */
  readonly what: string;
  /** Empty when the engine acted by itself. */
  readonly memberId?: number;
  readonly caseId?: number;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Appends to the workspace's history. Each entry carries the hash of the one before, so an edit in the middle shows. */
export async function record(scope: Scope, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const last = await holdHistory(scope.tx);
  await appendHistory(scope.tx, chain(scope, last, entries));
  await refreshHomes(scope, concerned(entries));
}

function chain(scope: Scope, from: string, entries: readonly AuditEntry[]): readonly NewAudit[] {
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
    previousHash = hashOf(row);
    return { ...row, hash: previousHash };
  });
}

/** Whose Home may show something else now. What is about no case is about the workspace, and so about everybody. */
function concerned(entries: readonly AuditEntry[]): Concerned | 'everybody' {
  const caseIds = entries.map((entry) => entry.caseId).filter((id) => id !== undefined);
  if (caseIds.length < entries.length) return 'everybody';
  return { caseIds, memberIds: entries.map((entry) => entry.memberId).filter((id) => id !== undefined) };
}
