import { useEffect } from 'react';
import type { Channel } from '../../api.ts';
import { type Unread, unreadIn } from '../../unread.ts';
import { myChannels } from '../state/directory.ts';
import type { Session } from '../state/session.ts';
import { useDirectory, useSession } from '../state/useSession.ts';

export const useUnread = (channel: Channel): Unread => unreadOf(useSession().session, channel);

/** The window's title says how much calls me, or with a dot that something is new, so that the browser's tab shows it. */
export function useTitle(): void {
  const { session } = useSession();
  const unread = myChannels(useDirectory()).map((channel) => unreadOf(session, channel));
  const count = unread.reduce((sum, place) => sum + place.count, 0);
  const sign = count > 0 ? `(${count}) ` : unread.some(({ isUnread }) => isUnread) ? '• ' : '';
  const { name } = session.workspace.team;
  useEffect(() => {
    document.title = `${sign}${name}`;
  }, [sign, name]);
}

/** Nothing is called new before the server has said how far I have read. */
const unreadOf = ({ histories, seen, me }: Session, channel: Channel): Unread =>
  seen === undefined
    ? { isUnread: false, count: 0 }
    : unreadIn(channel, histories[channel.id] ?? [], seen, me);
