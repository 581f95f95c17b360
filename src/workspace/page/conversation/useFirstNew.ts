import { useState } from 'react';
import { unreadMessages } from '../state/unread.ts';
import { useSession } from '../state/useSession.ts';

/**
 * The first message that was unread when the channel was opened, found once its messages are there. What comes
 * while one looks is not marked, and neither is a channel never opened before: all of it would be new.
 */
export function useFirstNew(channel: string): string | undefined {
  const { histories, seen, me } = useSession().session;
  const [mark] = useState(seen[channel]);
  const [found, setFound] = useState<{ readonly ts: string | undefined }>();
  const messages = histories[channel];

  if (found === undefined && messages !== undefined) {
    setFound({ ts: mark === undefined ? undefined : unreadMessages(messages, mark, me)[0]?.ts });
  }
  return found?.ts;
}
