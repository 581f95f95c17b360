import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { member } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/**
 * Lets one change of the team be made at a time: rules such as "an admin is left" are about all rows together. Not a
 * full lock, so that work is still handed to people meanwhile.
 */
export async function lockTeam(tx: Transaction): Promise<void> {
  await tx.execute(
    sql`select id from member where workspace_id = current_workspace() order by id for no key update`,
  );
}

/** Adds a member and returns the id; nothing for a user who is one already. */
export async function insertMember(tx: Transaction, row: NewRow<typeof member>): Promise<number | undefined> {
  const [added] = await tx
    .insert(member)
    .values({ ...row, workspaceId: here })
    .onConflictDoNothing()
    .returning({ id: member.id });
  return added?.id;
}

export async function updateMember(
  tx: Transaction,
  id: number,
  change: Partial<NewRow<typeof member>>,
): Promise<void> {
  only(await tx.update(member).set(change).where(eq(member.id, id)).returning({ id: member.id }));
}
