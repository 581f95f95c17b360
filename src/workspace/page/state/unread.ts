import type { Mail, Message } from '../../api.ts';
import type { History } from './history.ts';
import { MAIL, type Seen } from './seen.ts';

/** Messages of others that came after the mark. What only I see answers me, so it is never news. */
export function unreadMessages(history: History, mark: string | undefined, me: string): readonly Message[] {
  return history.filter(
    (message) => message.user !== me && message.onlyFor === undefined && message.ts > (mark ?? ''),
  );
}

/** Mails come newest first: those before the mark are news. */
export function unreadMails(mails: readonly Mail[], seen: Seen): number {
  const mark = mails.findIndex((mail) => mail.id === seen[MAIL]);
  return mark === -1 ? mails.length : mark;
}

export const mentions = (message: Message, user: string): boolean =>
  message.text.includes(`<@${user}>`) || JSON.stringify(message.blocks ?? []).includes(`<@${user}>`);
