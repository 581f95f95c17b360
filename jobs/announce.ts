import { announcementHeard, claimAnnouncement } from '../src/services/hold-news/deliver.ts';
import type { Courier } from './courier.ts';

/**
 * Tells the service of one change of a hold.
 * @returns whether to go on: not when there was nothing to tell, nor when nobody answered. A receiver that is down is
 * not waited for once a customer; the next poll asks again.
 */
export async function announce({ office, announcer }: Courier, workspaceId: number): Promise<boolean> {
  if (announcer === undefined) return false;
  const claimed = await claimAnnouncement(office, workspaceId);
  if (claimed === undefined) return false;
  const heard = await announcer.send(claimed.eventId, JSON.stringify(claimed.body));
  await announcementHeard(office, workspaceId, claimed, heard);
  return heard.kind !== 'silent';
}
