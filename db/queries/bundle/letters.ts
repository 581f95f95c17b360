import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { letter, type LetterRow, occurrence } from '../../schema/index.ts';

/** All letters of these cases with the customer's day of each, in the order in which they were written. */
export async function lettersWithDays(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly { readonly letter: LetterRow; readonly onDay: string }[]> {
  return tx
    .select({ letter, onDay: sql<string>`coalesce(${occurrence.onDay}::text, ${letter.facts} ->> 'on')` })
    .from(letter)
    .leftJoin(
      occurrence,
      and(eq(occurrence.workspaceId, letter.workspaceId), eq(occurrence.id, letter.occurrenceId)),
    )
    .where(inArray(letter.caseId, [...caseIds]))
    .orderBy(asc(letter.id));
}
