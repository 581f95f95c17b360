import { ChatError, type ChatPort } from '../src/chat/port.ts';
import { cardDelayed, cardShown, claimStaleCard } from '../src/services/outbox/stale-cards.ts';
import type { Courier } from './courier.ts';

/** After a fault of ours; the platform names its own times. */
const pauseAfterFaultSeconds = 60;

/** An update may be made again at once: an unclear one costs nothing but the second. */
const pauseAfterDoubtSeconds = 5;

/**
 * Brings one card up to date, with what is known when it is rendered and not with what was known when it was asked
 * for.
 * @returns whether there was one.
 */
export async function refreshNextCard(
  courier: Courier,
  chat: ChatPort,
  workspaceId: number,
): Promise<boolean> {
  const { office } = courier;
  const stale = await claimStaleCard(office, workspaceId);
  if (stale === undefined) return false;
  const { kind: card, subject, channelId, messageId: id } = stale;
  try {
    const rendered = await courier.render(workspaceId, { kind: 'card', card, subject });
    if (rendered !== undefined) await chat.update({ channelId, id }, rendered.card);
    await cardShown(office, workspaceId, stale);
  } catch (error) {
    await cardDelayed(office, workspaceId, stale, delayAfter(courier, error));
  }
  return true;
}

function delayAfter({ office }: Courier, error: unknown): Parameters<typeof cardDelayed>[3] {
  if (!(error instanceof ChatError)) {
    office.log.error({ err: error }, 'a card could not be made');
    return { afterSeconds: pauseAfterFaultSeconds };
  }
  switch (error.failure.kind) {
    case 'later':
      return { afterSeconds: error.failure.afterSeconds };
    case 'unclear':
      return { afterSeconds: pauseAfterDoubtSeconds };
    case 'refused':
      office.log.warn({ err: error }, 'a card cannot be updated any longer');
      return 'parked';
  }
}
