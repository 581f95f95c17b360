import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';

export interface NewWorkspace {
  readonly platform: 'slack' | 'discord';
  readonly teamId: string;
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  readonly dateOrder: 'DMY' | 'MDY';
}

/** The workspace of a team, opened at first sight. Returns its id. */
export async function openWorkspace(db: Database, found: NewWorkspace): Promise<number> {
  const [row] = await db.execute<{ id: bigint }>(sql`
    select open_workspace(${found.platform}, ${found.teamId}, ${found.name}, ${found.country}, ${found.zone}, ${found.dateOrder}) as id`);
  if (row === undefined) throw new Error('open_workspace answers with an id');
  return Number(row.id);
}
