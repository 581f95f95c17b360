import { eq } from 'drizzle-orm';
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
