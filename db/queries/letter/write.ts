import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { letter, type LetterRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export type NewLetter = NewRow<typeof letter>;

/** Returns the rows in order. */
export async function insertLetters(
  tx: Transaction,
  letters: readonly NewLetter[],
): Promise<readonly LetterRow[]> {
  return tx
    .insert(letter)
    .values(letters.map((one) => ({ ...one, workspaceId: here })))
    .returning();
}

/** Keeps whom a letter did not reach. */
export async function writeRecipients(
  tx: Transaction,
  id: number,
  recipients: LetterRow['recipients'],
): Promise<void> {
  await tx.update(letter).set({ recipients }).where(eq(letter.id, id));
}

/** Records what became of a letter. */
export async function settleLetter(
  tx: Transaction,
  id: number,
  fate: Pick<LetterRow, 'status' | 'settledAt'> & Partial<Pick<LetterRow, 'trouble' | 'recipients'>>,
): Promise<void> {
  await tx.update(letter).set(fate).where(eq(letter.id, id));
}
