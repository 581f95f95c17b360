import type { Database } from '../../../db/client.ts';
import * as queries from '../../../db/queries/workspace/open.ts';

export type { NewWorkspace } from '../../../db/queries/workspace/open.ts';

/** The workspace of a team, opened at first sight. Returns its id. */
export async function openWorkspace(db: Database, found: queries.NewWorkspace): Promise<number> {
  return queries.openWorkspace(db, found);
}
