import type { ChatPort } from '../src/chat/port.ts';
import { cardDelayed, cardShown, claimStaleCard } from '../src/services/outbox/stale-cards.ts';
import type { Courier } from './courier.ts';
import { laterAfter } from './showing-again.ts';

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
    await cardDelayed(office, workspaceId, stale, laterAfter(courier, error, 'a card'));
  }
  return true;
}
