import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { lapse } from '../approval/lapse.ts';
import { overtaken } from '../approval/subject.ts';
import { loadCaseFiles } from '../case/file.ts';
import type { Scope } from '../scope.ts';

/**
 * A question that is about another sum by now lapses at once, before anybody answers it: what is still earned is asked
 * anew in the same look, with the sum of today.
 */
export async function lapseApprovals(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const pending = await pendingApprovals(scope.tx, caseIds);
  if (pending.length === 0) return;
  const files = await loadCaseFiles(scope, [...new Set(pending.map(({ caseId }) => caseId))]);
  const fileOf = new Map(files.map((file) => [file.facts.caseId, file]));
  for (const row of pending) {
    const file = fileOf.get(row.caseId);
    const reason = file && (await overtaken(scope, row, file));
    if (reason !== undefined) await lapse(scope, row, reason);
  }
}
