import { ChatError, type ChatPort, type MessageRef } from '../src/chat/port.ts';
import { claim, type Claimed } from '../src/services/outbox/claim.ts';
import { type Fate, settle } from '../src/services/outbox/settle.ts';
import type { Courier } from './courier.ts';
import { publishNextHome } from './publish-home.ts';
import { refreshNextCard } from './refresh-card.ts';

/** Messages and cards in one pass: enough to be worth one, few enough that cards do not wait for all messages. */
const batch = 20;

/**
 * Sends what can be sent now and brings stale cards and Homes up to date.
 * @returns whether anything was done, so that the caller may look again.
 */
export async function deliver(courier: Courier, workspaceId: number): Promise<boolean> {
  const chat = courier.chatOf(workspaceId);
  if (chat === undefined) return false;
  const sent = await upTo(batch, () => sendNext(courier, chat, workspaceId));
  const refreshed = await upTo(batch, () => refreshNextCard(courier, chat, workspaceId));
  const published = await upTo(batch, () => publishNextHome(courier, chat, workspaceId));
  return sent || refreshed || published;
}

async function upTo(most: number, step: () => Promise<boolean>): Promise<boolean> {
  for (let done = 0; done < most; done += 1) if (!(await step())) return done > 0;
  return true;
}

/** One at a time: a claim must outlast the sending, and those claimed together would wait for one another. */
async function sendNext(courier: Courier, chat: ChatPort, workspaceId: number): Promise<boolean> {
  const [message] = await claim(courier.office, workspaceId, 1);
  if (message === undefined) return false;
  await settle(courier.office, workspaceId, message, await send(courier, chat, workspaceId, message));
  return true;
}

async function send(courier: Courier, chat: ChatPort, workspaceId: number, message: Claimed): Promise<Fate> {
  if (message.notice.kind === 'mail') return courier.mail(workspaceId, message.notice.letterId, message);
  try {
    const place = await placeOf(courier, chat, workspaceId, message);
    const found = message.unclear
      ? await chat.find(place.channelId, place.threadId, message.nonce)
      : undefined;
    if (found !== undefined) return sent(found);
    const rendered = message.obsolete ? undefined : await courier.render(workspaceId, message.notice);
    if (rendered === undefined) return { kind: 'dropped' };
    const ref = await chat.post({ ...place, card: rendered.card, nonce: message.nonce });
    return { ...sent(ref), ...(rendered.version === undefined ? {} : { shown: rendered.version }) };
  } catch (error) {
    return fateOf(courier, error);
  }
}

const sent = (ref: MessageRef): Extract<Fate, { kind: 'sent' }> => ({
  kind: 'sent',
  channelId: ref.channelId,
  messageId: ref.id,
});

async function placeOf(
  courier: Courier,
  chat: ChatPort,
  workspaceId: number,
  message: Claimed,
): Promise<{ readonly channelId: string; readonly threadId?: string }> {
  switch (message.to.kind) {
    case 'channel':
      return { channelId: message.to.channelId };
    case 'thread':
      return { channelId: message.to.channelId, threadId: message.to.messageId };
    case 'member':
      return {
        channelId: await chat.openDirectMessage(await courier.userOf(workspaceId, message.to.memberId)),
      };
    case 'mail':
      throw new Error('a mail has no place in chat');
  }
}

function fateOf({ office }: Courier, error: unknown): Fate {
  if (!(error instanceof ChatError)) {
    office.log.error({ err: error }, 'a message could not be made');
    return { kind: 'failed', trouble: error instanceof Error ? error.message : 'unknown' };
  }
  switch (error.failure.kind) {
    case 'later':
      return { kind: 'later', afterSeconds: error.failure.afterSeconds, trouble: error.code };
    case 'refused':
      return { kind: 'parked', trouble: error.code };
    case 'unclear':
      return { kind: 'unknown', trouble: error.code };
  }
}
