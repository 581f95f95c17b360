import * as queries from '../../../db/queries/workspace/settings.ts';
import { record } from '../audit/record.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Chooses the team's channel, unless one is chosen already. */
export async function chooseChannel(office: Office, workspaceId: number, channelId: string): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    if (await queries.chooseChannel(scope.tx, workspaceId, channelId))
      await record(scope, [{ what: 'channel chosen', details: { channel: channelId } }]);
  });
}
