import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { auditorRun, type AuditorRunRow, finding, type FindingRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export async function lastRun(tx: Transaction): Promise<AuditorRunRow | undefined> {
  const [row] = await tx.select().from(auditorRun).orderBy(desc(auditorRun.id)).limit(1);
  return row;
}

/** Returns its id. */
export async function insertRun(tx: Transaction, run: NewRow<typeof auditorRun>): Promise<number> {
  const rows = await tx
    .insert(auditorRun)
    .values({ ...run, workspaceId: here })
    .returning({ id: auditorRun.id });
  return only(rows).id;
}

export async function openFindings(tx: Transaction): Promise<readonly FindingRow[]> {
  return tx.select().from(finding).where(eq(finding.status, 'open')).orderBy(asc(finding.id));
}

/** What the message of one run tells of, as it stands today. */
export async function findingsOfRun(tx: Transaction, runId: number): Promise<readonly FindingRow[]> {
  return tx.select().from(finding).where(eq(finding.toldInRun, runId)).orderBy(asc(finding.id));
}

export async function insertFindings(
  tx: Transaction,
  found: readonly NewRow<typeof finding>[],
): Promise<void> {
  if (found.length === 0) return;
  await tx.insert(finding).values(found.map((one) => ({ ...one, workspaceId: here })));
}

export async function changeFinding(
  tx: Transaction,
  id: number,
  to: Partial<Pick<FindingRow, 'facts' | 'since' | 'mended' | 'toldInRun' | 'seenBy' | 'seenAt'>>,
): Promise<void> {
  await tx.update(finding).set(to).where(eq(finding.id, id));
}

export async function closeFindings(tx: Transaction, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(finding)
    .set({ status: 'gone', goneAt: at })
    .where(inArray(finding.id, [...ids]));
}

/** Somebody has seen it; the first one stands. Returns the finding as it is then. */
export async function noteSeen(
  tx: Transaction,
  id: number,
  memberId: number,
  at: Date,
): Promise<FindingRow | undefined> {
  const [row] = await tx.select().from(finding).where(eq(finding.id, id)).for('update');
  if (row === undefined || row.seenBy !== null) return row;
  await tx
    .update(finding)
    .set({ seenBy: memberId, seenAt: at })
    .where(and(eq(finding.id, id)));
  return { ...row, seenBy: memberId, seenAt: at };
}
