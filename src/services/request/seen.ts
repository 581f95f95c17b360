import { lt } from 'drizzle-orm';
import { seenRequest } from '../../../db/schema/index.ts';
import { inWorkspace } from '../../../db/client.ts';
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
    await tx.delete(seenRequest).where(lt(seenRequest.seenAt, new Date(now.getTime() - rememberMinutes * 60_000)));
    const added = await tx
      .insert(seenRequest)
      .values({ workspaceId, key, seenAt: now })
      .onConflictDoNothing()
      .returning({ key: seenRequest.key });
    return added.length === 0;
  });
}
