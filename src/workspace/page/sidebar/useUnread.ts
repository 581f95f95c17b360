import { useEffect } from 'react';
import type { Channel } from '../../api.ts';
import { myChannels } from '../state/directory.ts';
import type { Session } from '../state/session.ts';
import { mentions, unreadMessages } from '../state/unread.ts';
import { useDirectory, useSession } from '../state/useSession.ts';

interface Unread {
  readonly unread: boolean;
  /** In a direct message everything counts; in a channel what names me. */
  readonly count: number;
}

export const useUnread = (channel: Channel): Unread => unreadIn(useSession().session, channel);

/** The window's title says how much waits, so that it shows in the browser's tabs. */
export function useTitle(): void {
  const { session } = useSession();
  const total = myChannels(useDirectory()).reduce(
    (sum, channel) => sum + unreadIn(session, channel).count,
    0,
  );
  const { name } = session.workspace.team;
  useEffect(() => {
    document.title = total > 0 ? `(${total}) ${name}` : name;
  }, [total, name]);
}

function unreadIn({ histories, seen, me }: Session, { id, kind }: Channel): Unread {
  const fresh = unreadMessages(histories[id] ?? [], seen[id], me);
  const counted = kind === 'im' ? fresh : fresh.filter((message) => mentions(message, me));
  return { unread: fresh.length > 0, count: counted.length };
}
