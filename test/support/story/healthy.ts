import { finding } from '../../../db/schema/index.ts';
import type { Dunwell } from '../../../src/compose.ts';
import { runAuditor } from '../../../src/services/auditor/run.ts';
import { within } from '../../../src/services/scope.ts';

/** What the auditor finds now or ever found, a line each: where nobody broke anything, nothing. */
export async function foundByAuditor({ office, workspaceId }: Dunwell): Promise<readonly string[]> {
  await runAuditor(office, workspaceId);
  const rows = await within(office, workspaceId, ({ tx }) => tx.select().from(finding).orderBy(finding.id));
  return rows.map(
    ({ check, subject, facts, foundAt }) =>
      `${foundAt.toISOString()} ${check} ${subject} ${JSON.stringify(facts)}`,
  );
}
