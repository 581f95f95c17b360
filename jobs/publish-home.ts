import { ChatError, type ChatPort } from '../src/chat/port.ts';
import { claimStaleHome, homeDelayed, homeShown, type StaleHome } from '../src/services/home/publish.ts';
import type { Courier } from './courier.ts';

/** After a fault of ours; the platform names its own times. */
const pauseAfterFaultSeconds = 60;

/** Publishing again costs nothing but the second. */
const pauseAfterDoubtSeconds = 5;

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

function fateOf({ office }: Courier, error: unknown): Parameters<typeof homeDelayed>[3] {
  if (!(error instanceof ChatError)) {
    office.log.error({ err: error }, 'a Home could not be made');
    return { afterSeconds: pauseAfterFaultSeconds };
  }
  switch (error.failure.kind) {
    case 'later':
      return { afterSeconds: error.failure.afterSeconds };
    case 'unclear':
      return { afterSeconds: pauseAfterDoubtSeconds };
    case 'refused':
      // Somebody published over us: what is there now is not ours, so it is published without looking back.
      if (error.code === 'hash_conflict') return { afterSeconds: 0 };
      office.log.warn({ err: error }, 'a Home cannot be published');
      return 'parked';
  }
}
