import { and, asc, eq, gt, inArray, lte, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { routine, type RoutineRow } from '../../schema/index.ts';
import { here } from '../here.ts';

export type PlannedRoutine = Omit<RoutineRow, 'workspaceId'>;

/**
 * Makes these the workspace's routines, and there are no others. One that is due keeps its moment until it was done:
 * planning happens at every start too, and a digest that was missed meanwhile must not be lost.
 */
export async function replaceRoutines(
  tx: Transaction,
  planned: readonly PlannedRoutine[],
  now: Date,
): Promise<void> {
  await tx.delete(routine).where(
    notInArray(
      routine.key,
      planned.map((one) => one.key),
    ),
  );
  await tx
    .insert(routine)
    .values(planned.map((one) => ({ ...one, workspaceId: here })))
    .onConflictDoUpdate({
      target: [routine.workspaceId, routine.key],
      set: { nextAt: sql`excluded.next_at` },
      setWhere: gt(routine.nextAt, now),
    });
}

/** The routines of these kinds that are due, the longest due first, locked; those another worker holds are its business. */
export async function claimDueRoutines(
  tx: Transaction,
  now: Date,
  kinds: readonly RoutineRow['kind'][],
): Promise<readonly RoutineRow[]> {
  return tx
    .select()
    .from(routine)
    .where(and(lte(routine.nextAt, now), inArray(routine.kind, [...kinds])))
    .orderBy(asc(routine.nextAt), asc(routine.key))
    .for('update', { skipLocked: true });
}

/** Whose absence begins or ends now; not locked, as their cases have to be first. */
export async function membersWithDueAbsence(tx: Transaction, now: Date): Promise<readonly number[]> {
  const rows = await tx
    .selectDistinct({ memberId: routine.memberId })
    .from(routine)
    .where(and(lte(routine.nextAt, now), inArray(routine.kind, ['away', 'back'])));
  return rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
}

/** Who gets their morning list at this moment; not locked. */
export async function membersWithDueList(tx: Transaction, now: Date): Promise<ReadonlySet<number>> {
  const rows = await tx
    .select({ memberId: routine.memberId })
    .from(routine)
    .where(and(lte(routine.nextAt, now), eq(routine.kind, 'morning list')));
  return new Set(rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])));
}

/** What happens once is not planned any more. */
export async function dropRoutines(tx: Transaction, keys: readonly string[]): Promise<void> {
  await tx.delete(routine).where(inArray(routine.key, [...keys]));
}

export async function planRoutine(tx: Transaction, key: string, nextAt: Date): Promise<void> {
  await tx.update(routine).set({ nextAt }).where(eq(routine.key, key));
}

export async function isRoutineDue(tx: Transaction, key: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ key: routine.key })
    .from(routine)
    .where(and(eq(routine.key, key), lte(routine.nextAt, now)));
  return rows.length > 0;
}
