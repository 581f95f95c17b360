import { asc } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { member, type MemberRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

/** Everybody of the workspace, in the order in which they came. */
export async function allMembers(tx: Transaction): Promise<readonly MemberRow[]> {
  return tx.select().from(member).orderBy(asc(member.id));
}

/** Adds people; those whose user is a member already stay as they are. Returns those added. */
export async function addMembers(
  tx: Transaction,
  newcomers: readonly NewRow<typeof member>[],
): Promise<readonly MemberRow[]> {
  return tx
    .insert(member)
    .values(newcomers.map((person) => ({ ...person, workspaceId: here })))
    .onConflictDoNothing()
    .returning();
}
