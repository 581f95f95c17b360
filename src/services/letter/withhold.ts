import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { sumOf } from './frozen.ts';
import { holdLetter } from './settle.ts';

/**
 * Keeps back a letter that was written before shadow mode was switched on (again) and has not left: this is the last
 * moment at which we know. It is owed again once shadow mode ends.
 * @returns whether it was kept back.
 */
export async function withholdInShadow(
  office: Office,
  workspaceId: number,
  letterId: number,
): Promise<boolean> {
  return within(office, workspaceId, async (scope) => {
    if (!scope.workspace.shadow) return false;
    const row = await holdLetter(scope, letterId);
    if (row?.status !== 'queued') return true;
    await settleLetter(scope.tx, row.id, { status: 'withheld', settledAt: scope.now });
    await settleOccurrence(scope.tx, row.occurrenceId, { how: 'withheld' });
    await record(scope, [
      { what: `${row.kind} withheld`, caseId: row.caseId, details: { to: row.toAddress } },
    ]);
    await mentionInThread(scope, row.caseId, {
      kind: 'letter',
      caseId: row.caseId,
      letter: row.kind,
      fate: 'withheld',
      to: row.toAddress,
      amount: sumOf(row),
    });
    await wakeCases(scope, [row.caseId]);
    return true;
  });
}
