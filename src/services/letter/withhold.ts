import { findCase } from '../../../db/queries/case/find.ts';
import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { sumOf } from './frozen.ts';
import { holdLetter } from './settle.ts';

/**
 * Keeps back a letter that was written before shadow mode was switched on (again), or before somebody held the case's
 * letters back, and has not left: this is the last moment at which we know. It is owed again once that ends.
 * @returns whether it was kept back.
 */
export async function keepBack(office: Office, workspaceId: number, letterId: number): Promise<boolean> {
  return within(office, workspaceId, async (scope) => {
    const row = await holdLetter(scope, letterId);
    if (row?.status !== 'queued') return true;
    const fate = await fateOf(scope, row.caseId);
    if (fate === undefined) return false;
    await settleLetter(scope.tx, row.id, { status: fate.status, settledAt: scope.now });
    await settleOccurrence(scope.tx, row.occurrenceId, { how: fate.how });
    await record(scope, [
      { what: `${row.kind} ${fate.status}`, caseId: row.caseId, details: { to: row.toAddress } },
    ]);
    await mentionInThread(scope, row.caseId, {
      kind: 'letter',
      caseId: row.caseId,
      letter: row.kind,
      fate: fate.status,
      to: row.toAddress,
      amount: sumOf(row),
    });
    await wakeCases(scope, [row.caseId]);
    return true;
  });
}

/** What keeps it back. A letter that was held back counts as failed, so that it is tried again after the day. */
async function fateOf(
  scope: Scope,
  caseId: number,
): Promise<{ readonly status: 'withheld' | 'held back'; readonly how: 'withheld' | 'failed' } | undefined> {
  if (scope.workspace.shadow) return { status: 'withheld', how: 'withheld' };
  const until = (await findCase(scope.tx, caseId))?.lettersHeldUntil;
  if (until === null || until === undefined || until <= scope.today) return undefined;
  return { status: 'held back', how: 'failed' };
}
