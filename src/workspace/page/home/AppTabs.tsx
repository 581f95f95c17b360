import type { ReactNode } from 'react';
import type { Channel } from '../../api.ts';
import { addressOf } from '../state/place.ts';

interface Props {
  readonly channel: Channel;
  readonly current: 'home' | 'messages';
}

/** The two sides of the app: its page for this person, and what they say to each other. */
export function AppTabs({ channel: { id }, current }: Props): ReactNode {
  return (
    <nav className="app-tabs" aria-label="Views of the app">
      <a
        className="app-tab"
        href={addressOf({ kind: 'home', channel: id })}
        aria-current={current === 'home' ? 'page' : undefined}
      >
        Home
      </a>
      <a
        className="app-tab"
        href={addressOf({ kind: 'channel', channel: id })}
        aria-current={current === 'messages' ? 'page' : undefined}
      >
        Messages
      </a>
    </nav>
  );
}
