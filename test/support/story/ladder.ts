import { sql } from 'drizzle-orm';
import { connect, inWorkspace } from '../../../db/client.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import type { Story } from './story.ts';

/** Puts every running case on a ladder, and has it looked at at once. */
export async function putOnLadder({ appUrl, settle, dunwell }: Story, ladder: Ladder): Promise<void> {
  const database = connect(appUrl, { max: 1 });
  const definition = JSON.stringify(ladder);
  await inWorkspace(database, dunwell.workspaceId, async (tx) => {
    await tx.execute(sql`
      insert into ladder (workspace_id, name, version, definition)
      values (current_workspace(), ${ladder.name}, ${ladder.version}, ${definition}::jsonb) on conflict do nothing`);
    await tx.execute(sql`
      update "case" set wake_at = '2000-01-01', ladder_id =
        (select id from ladder where name = ${ladder.name} and version = ${ladder.version})`);
  });
  await database.$client.end();
  await settle();
}
