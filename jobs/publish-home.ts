import { ChatError, type ChatPort } from '../src/chat/port.ts';
import { claimStaleHome, homeDelayed, homeShown, type StaleHome } from '../src/services/home/publish.ts';
import type { Courier } from './courier.ts';
import { laterAfter, type ShowLater } from './showing-again.ts';

/**
 * Publishes one Home that may show less than is known, unless it turns out to look the same.
 * @returns whether there was one.
 */
export async function publishNextHome(
  courier: Courier,
  chat: ChatPort,
  workspaceId: number,
): Promise<boolean> {
  const { office } = courier;
  const stale = await claimStaleHome(office, workspaceId);
  if (stale === undefined) return false;
  try {
    await homeShown(office, workspaceId, { ...stale, ...(await publish(courier, chat, workspaceId, stale)) });
  } catch (error) {
    await homeDelayed(office, workspaceId, stale.memberId, fateOf(courier, error));
  }
  return true;
}

async function publish(
  courier: Courier,
  { publishHome }: ChatPort,
  workspaceId: number,
  stale: StaleHome,
): Promise<Pick<StaleHome, 'fingerprint' | 'platformHash'>> {
  const { memberId, fingerprint, platformHash } = stale;
  const home = publishHome && (await courier.renderHome(workspaceId, memberId));
  if (!publishHome || home === undefined || home.fingerprint === fingerprint)
    return { fingerprint, platformHash };
  const userId = await courier.userOf(workspaceId, memberId);
  const published = await publishHome(userId, await home.mint(), platformHash ?? undefined);
  return { fingerprint: home.fingerprint, platformHash: published };
}

/** Where somebody published over us, what is there now is not ours: it is published without looking back. */
function fateOf(courier: Courier, error: unknown): ShowLater {
  if (error instanceof ChatError && error.code === 'hash_conflict') return { afterSeconds: 0 };
  return laterAfter(courier, error, 'a Home');
}
