import { useState } from 'react';
import { unreadMessages } from '../../unread.ts';
import type { History } from '../state/history.ts';
import { useSession } from '../state/useSession.ts';

/**
 * The first message that was unread when the place was opened, found once its messages and its mark are there. What
 * comes while one looks is not marked, and neither is a place never opened before: all of it would be new.
 */
export function useFirstNew(place: string, messages: History | undefined): string | undefined {
  const { seen, me } = useSession().session;
  const [found, setFound] = useState<{ readonly ts: string | undefined }>();

  if (found === undefined && messages !== undefined && seen !== undefined) {
    const mark = seen[place];
    setFound({ ts: mark === undefined ? undefined : unreadMessages(messages, mark, me)[0]?.ts });
  }
  return found?.ts;
}
