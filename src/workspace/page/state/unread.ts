import type { Mail, Seen } from '../../api.ts';

/** The place of the mails among those that are read up to a mark. */
export const MAIL = 'mail';

/** Mails come newest first: those before the mark are news. */
export function unreadMails(mails: readonly Mail[], seen: Seen): number {
  const mark = mails.findIndex((mail) => mail.id === seen[MAIL]);
  return mark === -1 ? mails.length : mark;
}
