import type { ReactNode } from 'react';
import type { Message } from '../../api.ts';
import { newReplies } from '../../unread.ts';
import { Icon } from '../parts/Icon.tsx';
import { addressOf } from '../state/place.ts';
import { useMe, useSession } from '../state/useSession.ts';
import { type Day, moment } from '../time/format.ts';

interface Props {
  readonly message: Message;
  readonly today: Day;
}

/** A quiet way into the thread of a message without replies. What one alone sees has none. */
export function StartThread({
  message: { channel, ts, replyCount = 0, onlyFor },
}: Pick<Props, 'message'>): ReactNode {
  if (onlyFor !== undefined || replyCount > 0) return null;
  return (
    <a
      className="icon-button"
      href={addressOf({ kind: 'channel', channel, thread: ts })}
      aria-label="Reply in thread"
      title="Reply in thread"
    >
      <Icon name="thread" />
    </a>
  );
}

/** A message's replies, and the way to them. */
export function OpenThread({ message, today }: Props): ReactNode {
  const { timeZone } = useMe();
  const { seen, me } = useSession().session;
  const { channel, ts, replyCount = 0, lastReplyAt, onlyFor } = message;
  if (onlyFor !== undefined || replyCount === 0) return null;
  const newCount = seen === undefined ? 0 : newReplies(message, seen, me).length;
  const address = addressOf({ kind: 'channel', channel, thread: ts });
  return (
    <a className="thread-link" href={address}>
      <Icon name="thread" />
      <strong>{replyCount === 1 ? '1 reply' : `${replyCount} replies`}</strong>
      {newCount > 0 && <strong className="thread-new">{newCount} new</strong>}
      {lastReplyAt !== undefined && <span>last reply {moment(new Date(lastReplyAt), timeZone, today)}</span>}
    </a>
  );
}
