import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { refreshAnnouncementOf } from '../announcement/refresh.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile, pressedSumOf } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { demandedBy, type FrozenLetter, sumOf } from './frozen.ts';
import { holdLetter } from './settle.ts';

/**
 * Keeps back a letter that was written before shadow mode was switched on (again), before somebody held the case's
 * letters back or stopped the customer, or before what it demands was paid or came to rest, and that has not left: this
 * is the last moment at which we know. What is owed again later is written afresh.
 * @returns whether it was kept back.
 */
export async function keepBack(office: Office, workspaceId: number, letterId: number): Promise<boolean> {
  return within(office, workspaceId, async (scope) => {
    const row = await holdLetter(scope, letterId);
    if (row?.status !== 'queued') return true;
    const fate = await fateOf(scope, row);
    if (fate === undefined) return false;
    await settleLetter(scope.tx, row.id, {
      status: fate.status,
      settledAt: scope.now,
      ...(fate.because && { trouble: fate.because }),
    });
    await settleOccurrence(scope.tx, row.occurrenceId, { how: fate.how });
    await record(scope, [
      {
        what: `${row.kind} ${fate.status}`,
        caseId: row.caseId,
        details: { to: row.toAddress, because: fate.because ?? null },
      },
    ]);
    await mentionInThread(scope, row.caseId, {
      kind: 'letter',
      caseId: row.caseId,
      letter: row.kind,
      fate: fate.because === undefined ? fate.status : `${fate.status} (${fate.because})`,
      to: row.toAddress,
      amount: sumOf(row),
    });
    await refreshAnnouncementOf(scope, row.id);
    await wakeCases(scope, [row.caseId]);
    return true;
  });
}

interface Kept {
  readonly status: 'withheld' | 'held back';
  readonly how: 'withheld' | 'failed';
  readonly because?: string;
}

/** What keeps it back. A letter that was held back counts as failed, so that it is tried again if it is owed still. */
async function fateOf(scope: Scope, row: LetterRow): Promise<Kept | undefined> {
  if (scope.workspace.shadow) return { status: 'withheld', how: 'withheld' };
  const file = await loadCaseFile(scope, row.caseId);
  const until = file.facts.lettersHeldUntil;
  if (until !== undefined && until > scope.today) return { status: 'held back', how: 'failed' };
  const because = overtakenBy(scope, row, file);
  return because === undefined ? undefined : { status: 'held back', how: 'failed', because };
}

/** What happened since it was written that makes it wrong; a letter beside the ladder demands nothing. */
function overtakenBy(scope: Scope, row: LetterRow, file: CaseFile): string | undefined {
  if (file.facts.stopped) return 'nobody presses them any more';
  if (row.occurrenceId === null) return undefined;
  const { invoices } = row.facts as unknown as FrozenLetter;
  const named = file.facts.invoices.filter((one) => invoices.some(({ number }) => number === one.number));
  const pressed = pressedSumOf(
    file,
    named.map(({ id }) => id),
    scope.now,
  );
  return pressed < demandedBy(row) ? 'part of it was paid or rests since it was written' : undefined;
}
