import type { ReactNode } from 'react';
import type { Channel } from '../api.ts';
import { Conversation } from './conversation/Conversation.tsx';
import { Thread } from './conversation/Thread.tsx';
import { AppTabs } from './home/AppTabs.tsx';
import { Home } from './home/Home.tsx';
import { Outbox } from './mail/Outbox.tsx';
import type { ChannelPlace, Place } from './state/place.ts';
import { useDirectory } from './state/useSession.ts';

export function PlaceView({ place }: { readonly place: Place }): ReactNode {
  const { channels } = useDirectory();
  switch (place.kind) {
    case 'mail':
      return <Outbox open={place.mail} />;
    case 'home': {
      const channel = channels.find(({ id }) => id === place.channel);
      return (
        channel && (
          <div className="app-place">
            <AppTabs channel={channel} current="home" />
            <Home />
          </div>
        )
      );
    }
    case 'channel': {
      const channel = channels.find(({ id }) => id === place.channel);
      if (channel?.kind === 'im')
        return (
          <div className="app-place">
            <AppTabs channel={channel} current="messages" />
            <ChannelView channel={channel} place={place} />
          </div>
        );
      return channel && <ChannelView channel={channel} place={place} />;
    }
    case 'nowhere':
      return <main className="empty">You are in no channel yet.</main>;
  }
}

interface ChannelProps {
  readonly channel: Channel;
  readonly place: ChannelPlace;
}

function ChannelView({ channel, place: { thread, message } }: ChannelProps): ReactNode {
  return (
    <div className={`columns ${thread === undefined ? '' : 'columns-thread'}`}>
      <Conversation
        key={channel.id}
        channel={channel}
        pointedAt={thread === undefined ? message : undefined}
      />
      {thread !== undefined && <Thread key={thread} channel={channel} thread={thread} pointedAt={message} />}
    </div>
  );
}
