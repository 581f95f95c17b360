import { and, eq, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { home, type HomeRow } from '../../schema/index.ts';
import { here } from '../here.ts';

export type StaleHome = Pick<HomeRow, 'memberId' | 'wanted' | 'fingerprint' | 'platformHash'>;

interface StaleRow extends Record<string, unknown> {
  readonly member_id: bigint;
  readonly wanted: number;
  readonly fingerprint: string | null;
  readonly platform_hash: string | null;
}

/** Somebody opened their Home: from now on it is kept current. What the platform has of it may be gone. */
export async function openHome(tx: Transaction, memberId: number, machineNow: Date): Promise<void> {
  await tx
    .insert(home)
    .values({ workspaceId: here, memberId, notBefore: machineNow })
    .onConflictDoUpdate({
      target: [home.workspaceId, home.memberId],
      set: { wanted: sql`${home.wanted} + 1`, parked: false, notBefore: machineNow, fingerprint: null },
    });
}

/** Claims one Home that shows less than is wanted: two who publish at once could leave the older view on top. */
export async function claimStaleHome(
  tx: Transaction,
  machineNow: Date,
  leaseSeconds: number,
): Promise<StaleHome | undefined> {
  const now = machineNow.toISOString();
  const [row] = await tx.execute<StaleRow>(sql`
    with stale as (
      select member_id from home
      where workspace_id = current_workspace() and wanted > shown and not parked
        and not_before <= ${now}::timestamptz and (claimed_until is null or claimed_until < ${now}::timestamptz)
      order by not_before, member_id limit 1 for update skip locked)
    update home h set claimed_until = ${now}::timestamptz + ${leaseSeconds} * interval '1 second'
    from stale s where h.workspace_id = current_workspace() and h.member_id = s.member_id
    returning h.member_id, h.wanted, h.fingerprint, h.platform_hash`);
  return (
    row && {
      memberId: Number(row.member_id),
      wanted: row.wanted,
      fingerprint: row.fingerprint,
      platformHash: row.platform_hash,
    }
  );
}

/** A Home shows this version, unless it was opened anew meanwhile: then it is published once more. */
export async function noteHomeShown(
  tx: Transaction,
  of: Pick<HomeRow, 'memberId' | 'wanted' | 'fingerprint' | 'platformHash'>,
): Promise<void> {
  await tx
    .update(home)
    .set({
      shown: of.wanted,
      fingerprint: of.fingerprint,
      platformHash: of.platformHash,
      claimedUntil: null,
    })
    .where(and(eq(home.memberId, of.memberId), lte(home.shown, of.wanted)));
}

/** Puts the next try off; what the platform has is not known any longer. */
export async function delayHome(tx: Transaction, memberId: number, until: Date): Promise<void> {
  await tx
    .update(home)
    .set({ notBefore: until, claimedUntil: null, fingerprint: null, platformHash: null })
    .where(eq(home.memberId, memberId));
}

/** Gives a Home up until something changes or it is opened again. */
export async function parkHome(tx: Transaction, memberId: number): Promise<void> {
  await tx
    .update(home)
    .set({ parked: true, claimedUntil: null, fingerprint: null, platformHash: null })
    .where(eq(home.memberId, memberId));
}
