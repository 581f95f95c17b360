import { type ReactNode, useState } from 'react';
import { MessageList } from './MessageList.tsx';
import { useFirstNew } from './useFirstNew.ts';
import { useSeeing } from './useSeeing.ts';
import type { Channel } from '../../api.ts';
import { Composer } from '../composer/Composer.tsx';
import { useAttachments } from '../composer/useAttachments.ts';
import { Avatar } from '../parts/Avatar.tsx';
import { findUser, partnerIn, titleOf } from '../state/directory.ts';
import { useDirectory, useSession } from '../state/useSession.ts';

interface Props {
  readonly channel: Channel;
  /** The ts that a link points at. */
  readonly pointedAt: string | undefined;
}

/** One channel or direct message. It gets the channel's id as key, so another channel starts afresh. */
export function Conversation({ channel, pointedAt }: Props): ReactNode {
  const { session } = useSession();
  const directory = useDirectory();
  const attachments = useAttachments();
  const messages = session.histories[channel.id];
  const firstNew = useFirstNew(channel.id, messages);
  const [sendCount, setSendCount] = useState(0);
  useSeeing(channel.id, messages?.at(-1)?.ts);

  const title = `${channel.kind === 'channel' ? '#' : ''}${titleOf(directory, channel)}`;

  return (
    <main className="conversation" {...attachments.dropZone}>
      <MessageList
        label={`Messages in ${title}`}
        messages={messages ?? []}
        firstNew={firstNew}
        pointedAt={pointedAt}
        sendCount={sendCount}
        beginning={
          messages === undefined ? (
            <p className="empty loading">Loading the messages…</p>
          ) : (
            <Beginning channel={channel} title={title} isEmpty={messages.length === 0} />
          )
        }
      />
      <Composer
        key={channel.id}
        channel={channel.id}
        label={`Message ${title}`}
        attachments={attachments}
        commands={session.workspace.commands}
        sent={() => setSendCount((count) => count + 1)}
      />
      {attachments.isDragging && <div className="drop-here">Drop to attach to {title}</div>}
    </main>
  );
}

interface BeginningProps {
  readonly channel: Channel;
  readonly title: string;
  readonly isEmpty: boolean;
}

function Beginning({ channel, title, isEmpty }: BeginningProps): ReactNode {
  const directory = useDirectory();
  const partner = channel.kind === 'im' ? findUser(directory, partnerIn(channel, directory.me)) : undefined;
  return (
    <div className="beginning">
      {partner && <Avatar user={partner} />}
      <h2>{title}</h2>
      <p>
        {partner
          ? `This is between you and ${partner.name} alone.`
          : `This is where ${title} begins: ${channel.members.length} members.`}{' '}
        {isEmpty && 'Type / to see what you can ask for, or drop a file here.'}
      </p>
    </div>
  );
}
