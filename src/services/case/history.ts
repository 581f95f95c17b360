import { caseHistory } from '../../../db/queries/case/history.ts';
import type { AuditRow } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

export type { AuditRow } from '../../../db/schema/index.ts';

/** A page of what happened to a case, the latest first, and where the earlier one begins if there is one. */
export async function historyOfCase(
  scope: Scope,
  caseId: number,
  size: number,
  before?: number,
): Promise<{ readonly rows: readonly AuditRow[]; readonly earlier: number | undefined }> {
  const found = await caseHistory(scope.tx, caseId, size + 1, before);
  const rows = found.slice(0, size);
  return { rows, earlier: found.length > size ? rows.at(-1)?.id : undefined };
}
