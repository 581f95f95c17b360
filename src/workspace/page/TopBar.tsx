import type { ReactNode } from 'react';
import type { Overlay } from './keys/Overlays.tsx';
import { Icon } from './parts/Icon.tsx';
import { titleOf } from './state/directory.ts';
import type { Place } from './state/place.ts';
import { useDirectory } from './state/useSession.ts';

interface Props {
  readonly place: Place;
  readonly isDrawerOpen: boolean;
  readonly openDrawer: () => void;
  readonly show: (overlay: Overlay) => void;
}

export function TopBar({ place, isDrawerOpen, openDrawer, show }: Props): ReactNode {
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
      <button
        type="button"
        className="button jump-button"
        aria-label="Jump to"
        title="Jump to (Ctrl K)"
        onClick={() => show('jump')}
      >
        <Icon name="search" />
        <span className="jump-button-text">Jump to…</span>
      </button>
      <button
        type="button"
        className="icon-button keys-button"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={() => show('keys')}
      >
        ?
      </button>
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
