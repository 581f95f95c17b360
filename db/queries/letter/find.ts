import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { letter, type LetterRow, occurrenceInvoice } from '../../schema/index.ts';

export async function findLetter(tx: Transaction, id: number): Promise<LetterRow | undefined> {
  const [row] = await tx.select().from(letter).where(eq(letter.id, id));
  return row;
}

/** The last letter of a case, whatever became of it. */
export async function lastLetter(tx: Transaction, caseId: number): Promise<LetterRow | undefined> {
  const [row] = await tx
    .select()
    .from(letter)
    .where(eq(letter.caseId, caseId))
    .orderBy(desc(letter.id))
    .limit(1);
  return row;
}

/** A letter of a case that counts as delivered by mail: the one of this id, else the last. */
export async function mailedLetter(
  tx: Transaction,
  caseId: number,
  id?: number,
): Promise<LetterRow | undefined> {
  const [row] = await tx
    .select()
    .from(letter)
    .where(
      and(
        eq(letter.caseId, caseId),
        eq(letter.status, 'sent'),
        isNotNull(letter.messageId),
        ...(id === undefined ? [] : [eq(letter.id, id)]),
      ),
    )
    .orderBy(desc(letter.id))
    .limit(1);
  return row;
}

export interface DeliveredLetter extends Pick<LetterRow, 'caseId' | 'kind' | 'toAddress'> {
  readonly settledAt: Date;
  /** Which invoices it was about. */
  readonly invoices: readonly number[];
}

/** Letters of the ladder that reached the customers of these cases, in the order in which they were written. */
export async function deliveredLetters(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly DeliveredLetter[]> {
  const rows = await tx
    .select({
      caseId: letter.caseId,
      kind: letter.kind,
      toAddress: letter.toAddress,
      settledAt: letter.settledAt,
      invoices: sql<number[]>`array_agg(${occurrenceInvoice.invoiceId})`.mapWith((ids: unknown[]) =>
        ids.map(Number),
      ),
    })
    .from(letter)
    .innerJoin(occurrenceInvoice, eq(occurrenceInvoice.occurrenceId, letter.occurrenceId))
    .where(and(inArray(letter.caseId, [...caseIds]), eq(letter.status, 'sent')))
    .groupBy(letter.workspaceId, letter.id)
    .orderBy(asc(letter.id));
  return rows.flatMap(({ settledAt, ...row }) => (settledAt === null ? [] : [{ ...row, settledAt }]));
}

/** The last claim of a case, whatever became of it. */
export async function lastClaim(tx: Transaction, caseId: number): Promise<LetterRow | undefined> {
  const [row] = await tx
    .select()
    .from(letter)
    .where(and(eq(letter.caseId, caseId), eq(letter.kind, 'formal claim')))
    .orderBy(desc(letter.id))
    .limit(1);
  return row;
}

/** The claim that a person posts, or has posted without knowing yet when it arrived. */
export async function claimOnItsWay(tx: Transaction, caseId: number): Promise<LetterRow | undefined> {
  const [row] = await tx
    .select()
    .from(letter)
    .where(and(eq(letter.caseId, caseId), eq(letter.kind, 'formal claim'), eq(letter.status, 'queued')));
  return row;
}

/** The mail of a case of which nobody knows yet whether it arrived. */
export async function letterInDoubt(tx: Transaction, caseId: number): Promise<LetterRow | undefined> {
  const [row] = await tx
    .select()
    .from(letter)
    .where(and(eq(letter.caseId, caseId), eq(letter.status, 'unknown')))
    .orderBy(asc(letter.id))
    .limit(1);
  return row;
}
