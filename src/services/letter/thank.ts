import { casesToThank } from '../../../db/queries/letter/to-thank.ts';
import { accountsPayable } from '../../core/letter/recipients.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import { sendNotices } from './send-notice.ts';

/**
 * Thanks customers of whose cases nothing is open any more, once for what we wrote to them about, if the team wants
 * that. Who paid without a letter, and who cannot be written to, is left in peace.
 */
export async function thankPayers(scope: Scope, settled: readonly CaseFile[]): Promise<void> {
  if (!scope.workspace.thanks || settled.length === 0) return;
  const owed = new Set(
    await casesToThank(
      scope.tx,
      settled.map(({ facts }) => facts.caseId),
    ),
  );
  await sendNotices(
    scope,
    settled
      .filter(({ facts }) => owed.has(facts.caseId) && facts.hasMailAddress && !facts.stopped)
      .map((file) => ({ file, kind: 'thank-you', audience: accountsPayable, named: [] })),
  );
}
