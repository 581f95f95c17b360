import type { ReactNode } from 'react';
import { Icon } from './parts/Icon.tsx';
import { titleOf } from './state/directory.ts';
import type { Place } from './state/place.ts';
import { useDirectory } from './state/useSession.ts';

interface Props {
  readonly place: Place;
  readonly isDrawerOpen: boolean;
  readonly openDrawer: () => void;
}

export function TopBar({ place, isDrawerOpen, openDrawer }: Props): ReactNode {
  const { title, note } = useHeading(place);
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button drawer-button"
        aria-label="Open the sidebar"
        aria-controls="sidebar"
        aria-expanded={isDrawerOpen}
        onClick={openDrawer}
      >
        <Icon name="menu" />
      </button>
      <h1>{title}</h1>
      <span className="top-bar-note">{note}</span>
    </header>
  );
}

function useHeading(place: Place): { readonly title: string; readonly note: string } {
  const directory = useDirectory();
  if (place.kind === 'mail')
    return { title: 'Mail', note: 'Sent by the bot; kept here, delivered to nobody' };
  const channel =
    place.kind === 'channel' || place.kind === 'home'
      ? directory.channels.find(({ id }) => id === place.channel)
      : undefined;
  if (channel === undefined) return { title: '', note: '' };
  const title = titleOf(directory, channel);
  return channel.kind === 'channel'
    ? { title: `# ${title}`, note: `${channel.members.length} members` }
    : { title, note: place.kind === 'home' ? 'Only you see this page' : 'Direct message' };
}
