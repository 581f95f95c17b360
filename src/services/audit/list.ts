import { type AuditFilter, listAudit, type ListedEntry } from '../../../db/queries/audit/list.ts';
import { hasRole, type Member, type Role } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

export type { AuditFilter, ListedEntry } from '../../../db/queries/audit/list.ts';

/** Who reads all of the history; others read that of their own customers. */
export const readsAll: readonly Role[] = ['lead', 'manager', 'admin'];

export interface AuditPage {
  readonly entries: readonly ListedEntry[];
  /** Where the earlier page begins. */
  readonly earlier: number | undefined;
  /** The viewer sees only their own customers. */
  readonly ownOnly: boolean;
}

/** What happened and who did it, as far as the viewer may see it, the latest first. */
export async function auditPage(
  scope: Scope,
  viewer: Member,
  filter: AuditFilter,
  { size, before }: { readonly size: number; readonly before?: number },
): Promise<AuditPage> {
  const ownOnly = !hasRole(viewer, readsAll);
  const allowed = ownOnly ? { ...filter, ownerId: viewer.id } : filter;
  const found = await listAudit(scope.tx, allowed, size + 1, before);
  const entries = found.slice(0, size);
  return { entries, earlier: found.length > size ? entries.at(-1)?.id : undefined, ownOnly };
}
