import type { Channel } from '../../api.ts';
import { mentions, unreadMessages } from '../state/unread.ts';
import { useSession } from '../state/useSession.ts';

interface Unread {
  readonly unread: boolean;
  /** In a direct message everything counts; in a channel what names me. */
  readonly count: number;
}

export function useUnread({ id, kind }: Channel): Unread {
  const { histories, seen, me } = useSession().session;
  const fresh = unreadMessages(histories[id] ?? [], seen[id], me);
  const counted = kind === 'im' ? fresh : fresh.filter((message) => mentions(message, me));
  return { unread: fresh.length > 0, count: counted.length };
}
