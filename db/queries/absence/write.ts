import { and, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { absence } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the id. */
export async function insertAbsence(tx: Transaction, row: NewRow<typeof absence>): Promise<number> {
  const rows = await tx
    .insert(absence)
    .values({ ...row, workspaceId: here })
    .returning({ id: absence.id });
  return only(rows).id;
}

/** Ends absences that are not over; from then on they do not count. */
export async function endAbsences(tx: Transaction, ids: readonly number[], at: Date): Promise<void> {
  await tx
    .update(absence)
    .set({ endedAt: at })
    .where(and(inArray(absence.id, [...ids]), isNull(absence.endedAt)));
}
