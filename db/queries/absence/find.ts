import { asc, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { absence, type AbsenceRow } from '../../schema/index.ts';

/** Absences that are to come or not over, the earliest first. */
export async function runningAbsences(tx: Transaction): Promise<readonly AbsenceRow[]> {
  return tx
    .select()
    .from(absence)
    .where(isNull(absence.endedAt))
    .orderBy(asc(absence.fromDay), asc(absence.id));
}
