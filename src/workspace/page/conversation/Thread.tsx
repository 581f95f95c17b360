import { type ReactNode, useEffect, useState } from 'react';
import { MessageList } from './MessageList.tsx';
import { useFirstNew } from './useFirstNew.ts';
import { useSeeing } from './useSeeing.ts';
import type { Channel } from '../../api.ts';
import { threadPlace } from '../../unread.ts';
import { Composer } from '../composer/Composer.tsx';
import { useAttachments } from '../composer/useAttachments.ts';
import { Icon } from '../parts/Icon.tsx';
import { titleOf } from '../state/directory.ts';
import type { History } from '../state/history.ts';
import { go } from '../state/place.ts';
import { useDirectory, useSession } from '../state/useSession.ts';
import { loadMessages } from '../wire/requests.ts';

interface Props {
  readonly channel: Channel;
  /** The parent's ts. */
  readonly thread: string;
  readonly pointedAt: string | undefined;
}

/** A message with its replies, beside the channel. Slash commands do not work here, as in Slack. */
export function Thread({ channel, thread, pointedAt }: Props): ReactNode {
  const { session, dispatch } = useSession();
  const directory = useDirectory();
  const attachments = useAttachments();
  const [sendCount, setSendCount] = useState(0);
  const place = threadPlace(channel.id, thread);
  const messages = session.threads[place];
  const firstNew = useFirstNew(place, messages);
  useSeeing(place, messages?.at(-1)?.ts);
  const { me, connection } = session;
  const close = (): void => go({ kind: 'channel', channel: channel.id });

  useEffect(() => {
    loadMessages(me, { channel: channel.id, thread }).then(
      (loaded) => dispatch({ type: 'thread', channel: channel.id, ts: thread, messages: loaded }),
      () => undefined,
    );
  }, [me, channel.id, thread, connection, dispatch]);

  return (
    <aside className="thread" aria-label="Thread" {...attachments.dropZone}>
      <header className="thread-header">
        <h2>
          Thread <span className="thread-where">{titleOf(directory, channel)}</span>
        </h2>
        <button type="button" className="icon-button" aria-label="Close the thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        label="Messages in the thread"
        messages={messages ?? []}
        firstNew={firstNew}
        isThread
        pointedAt={pointedAt}
        sendCount={sendCount}
        beginning={<ThreadState messages={messages} />}
      />
      <Composer
        channel={channel.id}
        thread={thread}
        label="Reply in thread"
        attachments={attachments}
        commands={[]}
        sent={() => setSendCount((count) => count + 1)}
      />
      {attachments.isDragging && <div className="drop-here">Drop to attach to this thread</div>}
    </aside>
  );
}

function ThreadState({ messages }: { readonly messages: History | undefined }): ReactNode {
  if (messages === undefined) return <p className="empty loading">Loading the thread…</p>;
  return messages.length === 0 ? <p className="empty">The message that began this thread is gone.</p> : null;
}
