import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { letter, type LetterRow } from '../../schema/index.ts';

/** Records how a letter goes, what proves it, or that it has to go again. */
export async function changePosting(
  tx: Transaction,
  id: number,
  posting: Partial<
    Pick<LetterRow, 'channel' | 'tracking' | 'postedOn' | 'deliveredOn' | 'trouble' | 'facts'>
  >,
): Promise<void> {
  await tx.update(letter).set(posting).where(eq(letter.id, id));
}

/** Approved claims of these cases that nobody put into the post yet. */
export async function unpostedClaims(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly Pick<LetterRow, 'id' | 'caseId' | 'occurrenceId'>[]> {
  if (caseIds.length === 0) return [];
  return tx
    .select({ id: letter.id, caseId: letter.caseId, occurrenceId: letter.occurrenceId })
    .from(letter)
    .where(
      and(
        inArray(letter.caseId, [...caseIds]),
        eq(letter.kind, 'formal claim'),
        eq(letter.status, 'queued'),
        isNull(letter.postedOn),
      ),
    );
}
