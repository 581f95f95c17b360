import { createHash } from 'node:crypto';
import type { AuditRow } from '../../../db/schema/index.ts';

/** An entry without its number, which the database gives, and without its own hash. */
export type Hashed = Omit<AuditRow, 'id' | 'hash'>;

/**
 * The hash of an entry over all that it says and the hash of the one before: SHA-256 of its JSON, with the details in
 * the order of their names, because the database does not keep the order in which they were given.
 */
export function hashOf({ workspaceId, at, memberId, what, caseId, details, previousHash }: Hashed): string {
  const sorted = Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const said = [workspaceId, at.toISOString(), memberId, what, caseId, sorted, previousHash];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
