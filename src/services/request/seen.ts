import { inWorkspace } from '../../../db/client.ts';
import { forgetRequests, rememberRequest } from '../../../db/queries/request/seen.ts';
import type { Office } from '../ports.ts';

/** How long a platform may send the same request again. */
const rememberMinutes = 10;

/**
 * Whether a request of the platform was met before, by any process; remembers it from now on. A signature only proves
 * that a request is fresh, not that it is new.
 */
export async function seenBefore(office: Office, workspaceId: number, key: string): Promise<boolean> {
  const now = office.machineNow();
  return inWorkspace(office.db, workspaceId, async (tx) => {
    await forgetRequests(tx, new Date(now.getTime() - rememberMinutes * 60_000));
    return !(await rememberRequest(tx, key, now));
  });
}
