import { and, eq, isNull } from 'drizzle-orm';
import { workspace } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Chooses the team's channel, unless one is chosen already. */
export async function chooseChannel(office: Office, workspaceId: number, channelId: string): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    const changed = await scope.tx
      .update(workspace)
      .set({ teamChannel: channelId })
      .where(and(eq(workspace.id, workspaceId), isNull(workspace.teamChannel)))
      .returning({ id: workspace.id });
    if (changed.length > 0) await record(scope, [{ what: 'channel chosen', details: { channel: channelId } }]);
  });
}
