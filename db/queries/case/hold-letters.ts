import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, letterHold } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

/** Keeps until when a case's letters wait, why, and who says so. */
export async function holdLetters(
  tx: Transaction,
  caseId: number,
  { until, because, by }: HeldLetters,
): Promise<void> {
  await tx
    .update(cases)
    .set({ lettersHeldUntil: until, lettersHeldBecause: because, lettersHeldBy: by })
    .where(eq(cases.id, caseId));
}

/** Keeps that somebody held letters back, for the budget. */
export async function insertLetterHold(tx: Transaction, row: NewRow<typeof letterHold>): Promise<void> {
  await tx.insert(letterHold).values({ ...row, workspaceId: here });
}

/** @returns whether they were held back until now. */
export async function releaseLetters(tx: Transaction, caseId: number): Promise<boolean> {
  const released = await tx
    .update(cases)
    .set({ lettersHeldUntil: null, lettersHeldBecause: null, lettersHeldBy: null })
    .where(and(eq(cases.id, caseId), isNotNull(cases.lettersHeldUntil)))
    .returning({ id: cases.id });
  return released.length > 0;
}

export interface HeldLetters {
  readonly until: string;
  readonly because: string;
  readonly by: number;
}

/** Those of the cases whose letters are still held back on a day. */
export async function heldLetters(
  tx: Transaction,
  caseIds: readonly number[],
  on: string,
): Promise<ReadonlyMap<number, HeldLetters>> {
  const rows = await tx
    .select({
      id: cases.id,
      until: cases.lettersHeldUntil,
      because: cases.lettersHeldBecause,
      by: cases.lettersHeldBy,
    })
    .from(cases)
    .where(and(inArray(cases.id, [...caseIds]), gt(cases.lettersHeldUntil, on)));
  return new Map(
    rows.flatMap(({ id, until, because, by }) =>
      until === null || because === null || by === null ? [] : [[id, { until, because, by }] as const],
    ),
  );
}
