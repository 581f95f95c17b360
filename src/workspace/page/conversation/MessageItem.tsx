import { memo, type ReactNode, useState } from 'react';
import { SharedFiles } from './SharedFiles.tsx';
import { OpenThread, StartThread } from './OpenThread.tsx';
import type { Message } from '../../api.ts';
import { MessageBlocks } from '../blocks/MessageBlocks.tsx';
import { MessageMenu } from '../shortcuts/MessageMenu.tsx';
import { Avatar } from '../parts/Avatar.tsx';
import { Notice } from '../parts/Notice.tsx';
import { findUser } from '../state/directory.ts';
import { useDirectory, useMe } from '../state/useSession.ts';
import { Mrkdwn } from '../text/Mrkdwn.tsx';
import { type Day, formatInstant, instantOf, timeOfDay } from '../time/format.ts';

interface Props {
  readonly message: Message;
  readonly isContinued: boolean;
  readonly isThread: boolean;
  readonly today: Day;
}

export const MessageItem = memo(function MessageItem({
  message,
  isContinued,
  isThread,
  today,
}: Props): ReactNode {
  const author = findUser(useDirectory(), message.user);
  const [failure, setFailure] = useState<string>();
  const name = author?.name ?? 'Somebody';
  // An app's card is kept current all day: to say so on each would say nothing.
  const isEdited = message.edited === true && author?.isBot !== true;
  const look = `${isContinued ? 'message-continued' : ''} ${message.onlyFor === undefined ? '' : 'message-private'}`;
  return (
    <article className={`message ${look}`} data-ts={message.ts} aria-label={`Message from ${name}`}>
      <div className="message-margin">
        {isContinued ? <PostedAt message={message} /> : <Avatar user={author} />}
      </div>
      <div className="message-main">
        {message.onlyFor !== undefined && <p className="message-whisper">Only visible to you</p>}
        {!isContinued && (
          <p className="message-head">
            <span className="message-author">{name}</span>
            {author?.isBot === true && <span className="badge-app">App</span>}
            <PostedAt message={message} />
            {isEdited && <span className="message-edited">(edited)</span>}
          </p>
        )}
        <MessageBody message={message} />
        {isContinued && isEdited && <span className="message-edited">(edited)</span>}
        <SharedFiles files={message.files ?? []} />
        {!isThread && <OpenThread message={message} today={today} />}
        <Notice text={failure} dismiss={() => setFailure(undefined)} />
        <div className="message-tools">
          {!isThread && <StartThread message={message} />}
          <MessageMenu message={message} failed={setFailure} />
        </div>
      </div>
    </article>
  );
});

function MessageBody({ message }: { readonly message: Message }): ReactNode {
  if (message.blocks !== undefined && message.blocks.length > 0) {
    return <MessageBlocks message={message} blocks={message.blocks} />;
  }
  return message.text === '' ? null : (
    <div className="message-text">
      <Mrkdwn text={message.text} />
    </div>
  );
}

function PostedAt({ message }: { readonly message: Message }): ReactNode {
  const { timeZone } = useMe();
  const instant = instantOf(message);
  const whole = formatInstant(instant, timeZone, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <time className="message-time" dateTime={instant.toISOString()} title={`${whole} (${timeZone})`}>
      {timeOfDay(instant, timeZone)}
    </time>
  );
}
