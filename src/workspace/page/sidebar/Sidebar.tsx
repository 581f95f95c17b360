import type { ReactNode } from 'react';
import { PersonSwitch } from './PersonSwitch.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { useTitle, useUnread } from './useUnread.ts';
import type { Channel } from '../../api.ts';
import { Avatar } from '../parts/Avatar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { findUser, myChannels, partnerIn, titleOf } from '../state/directory.ts';
import type { Place } from '../state/place.ts';
import { unreadMails } from '../state/unread.ts';
import { useDirectory, useSession } from '../state/useSession.ts';

interface Props {
  readonly place: Place;
}

export function Sidebar({ place }: Props): ReactNode {
  const { session } = useSession();
  const directory = useDirectory();
  useTitle();
  const mine = myChannels(directory).toSorted((one, other) =>
    titleOf(directory, one).localeCompare(titleOf(directory, other)),
  );
  const links = (kind: Channel['kind']): ReactNode =>
    mine
      .filter((channel) => channel.kind === kind)
      .map((channel) => <ChannelLink key={channel.id} channel={channel} place={place} />);

  return (
    <nav className="sidebar" id="sidebar" aria-label="Workspace">
      <p className="team">{session.workspace.team.name}</p>
      <PersonSwitch />
      <div className="sidebar-places">
        <h2 className="sidebar-heading">Channels</h2>
        {links('channel')}
        <h2 className="sidebar-heading">Direct messages</h2>
        {links('im')}
        {session.workspace.mail && (
          <>
            <h2 className="sidebar-heading">Outgoing</h2>
            <PlaceLink
              to={{ kind: 'mail' }}
              isCurrent={place.kind === 'mail'}
              sign={<Icon name="mail" />}
              title="Mail"
              count={session.seen === undefined ? 0 : unreadMails(session.mails, session.seen)}
            />
          </>
        )}
      </div>
    </nav>
  );
}

function ChannelLink({ channel, place }: { readonly channel: Channel; readonly place: Place }): ReactNode {
  const directory = useDirectory();
  const { isUnread, count } = useUnread(channel);
  const partner = findUser(directory, partnerIn(channel, directory.me));
  return (
    <PlaceLink
      to={{ kind: 'channel', channel: channel.id }}
      isCurrent={(place.kind === 'channel' || place.kind === 'home') && place.channel === channel.id}
      sign={channel.kind === 'im' ? <Avatar user={partner} small /> : <span className="hash">#</span>}
      title={titleOf(directory, channel)}
      count={count}
      isUnread={isUnread}
    />
  );
}
