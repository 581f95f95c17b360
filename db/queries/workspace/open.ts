import { sql } from 'drizzle-orm';
import type { Database } from '../../client.ts';
import type { WorkspaceRow } from '../../schema/index.ts';

export type NewWorkspace = Readonly<
  Pick<WorkspaceRow, 'platform' | 'teamId' | 'name' | 'country' | 'zone' | 'dateOrder'>
>;

/** The id of a team's workspace, opened if it is new. A function of the owner's, as nobody can name the row before. */
export async function openWorkspace(db: Database, found: NewWorkspace): Promise<number> {
  const [row] = await db.execute<{ id: bigint }>(sql`
    select open_workspace(${found.platform}, ${found.teamId}, ${found.name}, ${found.country}, ${found.zone}, ${found.dateOrder}) as id`);
  if (row === undefined) throw new Error('open_workspace answers with an id');
  return Number(row.id);
}
