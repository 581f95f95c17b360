import { parkedCards, stuckStreams } from '../../../db/queries/auditor/messages.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** Chat is tried for an hour, mail for most of a day. What was given up is brought up for a week. */
const hours = { chat: 2, mail: 24, given: 7 * 24 };

/** Messages that wait too long, or were given up, by where they go. */
export async function messagesStuck(scope: Scope): Promise<readonly Found[]> {
  const streams = await stuckStreams(scope.tx, {
    before: hoursAgo(scope, hours.chat),
    mailBefore: hoursAgo(scope, hours.mail),
    parkedAfter: hoursAgo(scope, hours.given),
  });
  return streams.map(({ stream, status, messages, since, trouble }) => ({
    check: 'message',
    subject: `${stream} ${status}`,
    since,
    ...caseOf(stream),
    facts: { to: stream, status, n: messages, trouble: trouble ?? null },
  }));
}

function caseOf(stream: string): Pick<Found, 'caseId'> {
  const [kind, id] = stream.split(':');
  return id !== undefined && (kind === 'case' || kind === 'mail') ? { caseId: Number(id) } : {};
}

/** Cards that show something old, because the platform takes them no more. */
export async function cardsNotShown({ tx }: Scope): Promise<readonly Found[]> {
  const cards = await parkedCards(tx);
  return cards.map(({ kind, cards: n }) => ({ check: 'card', subject: kind, facts: { kind, n } }));
}
