import type { ReactNode } from 'react';
import type { Message } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { addressOf } from '../state/place.ts';
import { useMe } from '../state/useSession.ts';
import { type Day, moment } from '../time/format.ts';

interface Props {
  readonly message: Message;
  readonly today: Day;
}

/** The way into a message's thread: its replies where it has some, else a quiet button. What one alone sees has none. */
export function OpenThread({ message, today }: Props): ReactNode {
  const { timeZone } = useMe();
  const { channel, ts, replyCount = 0, lastReplyAt, onlyFor } = message;
  if (onlyFor !== undefined) return null;
  const address = addressOf({ kind: 'channel', channel, thread: ts });
  if (replyCount === 0) {
    return (
      <a
        className="thread-start icon-button"
        href={address}
        aria-label="Reply in thread"
        title="Reply in thread"
      >
        <Icon name="thread" />
      </a>
    );
  }
  return (
    <a className="thread-link" href={address}>
      <Icon name="thread" />
      <strong>{replyCount === 1 ? '1 reply' : `${replyCount} replies`}</strong>
      {lastReplyAt !== undefined && <span>last reply {moment(new Date(lastReplyAt), timeZone, today)}</span>}
    </a>
  );
}
