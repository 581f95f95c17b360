import { ChatError, type ChatPort, type MessageRef, type MintedCard } from '../src/chat/port.ts';
import type { Notice } from '../src/services/notice.ts';
import { claim, type Claimed } from '../src/services/outbox/claim.ts';
import { type Fate, settle } from '../src/services/outbox/settle.ts';
import { cardDelayed, cardShown, type StaleCard, staleCards } from '../src/services/outbox/stale-cards.ts';
import type { Office } from '../src/services/ports.ts';

/** What delivering stands on besides the services. */
export interface Courier {
  readonly office: Office;
  readonly chatOf: (workspaceId: number) => ChatPort | undefined;
  /** Turns a notice into the card to send now, with its version if it is a live card; nothing: nothing left to say. */
  readonly render: (
    workspaceId: number,
    notice: Notice,
  ) => Promise<{ readonly card: MintedCard; readonly version?: number } | undefined>;
  readonly userOf: (workspaceId: number, memberId: number) => Promise<string>;
  readonly mail: (workspaceId: number, letterId: number, unclear: boolean) => Promise<Fate>;
}

/** After this many tries of the same message a person must look. */
const mostAttempts = 8;

/**
 * Sends what can be sent now and brings stale cards up to date.
 * @returns whether anything was done, so that the caller may look again.
 */
export async function deliver(courier: Courier, workspaceId: number): Promise<boolean> {
  const chat = courier.chatOf(workspaceId);
  if (chat === undefined) return false;
  const claimed = await claim(courier.office, workspaceId);
  for (const message of claimed) {
    const fate = await send(courier, chat, workspaceId, message);
    await settle(courier.office, workspaceId, message.id, patient(message, fate));
  }
  const stale = await staleCards(courier.office, workspaceId);
  for (const card of stale) await refresh(courier, chat, workspaceId, card);
  return claimed.length + stale.length > 0;
}

async function send(courier: Courier, chat: ChatPort, workspaceId: number, message: Claimed): Promise<Fate> {
  if (message.notice.kind === 'mail')
    return courier.mail(workspaceId, message.notice.letterId, message.unclear);
  try {
    const place = await placeOf(courier, chat, workspaceId, message);
    const found = message.unclear
      ? await chat.find(place.channelId, place.threadId, message.nonce)
      : undefined;
    if (found !== undefined) return sent(found);
    const rendered = await courier.render(workspaceId, message.notice);
    if (rendered === undefined) return { kind: 'parked', trouble: 'there was nothing left to say' };
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

function fateOf(courier: Courier, error: unknown): Fate {
  if (!(error instanceof ChatError)) {
    courier.office.log.error({ err: error }, 'a message could not be made');
    return { kind: 'later', afterSeconds: 60, trouble: error instanceof Error ? error.message : 'unknown' };
  }
  switch (error.failure.kind) {
    case 'later':
      return { kind: 'later', afterSeconds: error.failure.afterSeconds, trouble: error.code };
    case 'refused':
      return { kind: 'parked', trouble: error.code };
    case 'unclear':
      return { kind: 'unknown', afterSeconds: 5, trouble: error.code };
  }
}

/** A message that fails again and again is parked, so that its stream goes on. */
function patient(message: Claimed, fate: Fate): Fate {
  if (message.attempts < mostAttempts || (fate.kind !== 'later' && fate.kind !== 'unknown')) return fate;
  return { kind: 'parked', trouble: `${fate.trouble}, ${message.attempts} times` };
}

async function refresh(
  courier: Courier,
  chat: ChatPort,
  workspaceId: number,
  stale: StaleCard,
): Promise<void> {
  const { office } = courier;
  try {
    const rendered = await courier.render(workspaceId, {
      kind: 'card',
      card: stale.kind,
      subject: stale.subject,
    });
    if (rendered !== undefined)
      await chat.update({ channelId: stale.channelId, id: stale.messageId }, rendered.card);
    await cardShown(office, workspaceId, stale);
  } catch (error) {
    const fate = fateOf(courier, error);
    const delay =
      fate.kind === 'later' || fate.kind === 'unknown' ? { afterSeconds: fate.afterSeconds } : 'parked';
    await cardDelayed(office, workspaceId, stale, delay);
  }
}
