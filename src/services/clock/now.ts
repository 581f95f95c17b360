import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Business time of a workspace. */
export async function businessNow(office: Office, workspaceId: number): Promise<Date> {
  return within(office, workspaceId, ({ now }) => Promise.resolve(now));
}
