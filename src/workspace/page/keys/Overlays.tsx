import { type ReactNode, useEffect } from 'react';
import { KeyList } from './KeyList.tsx';
import { type Meaning, meaningOf } from './meaning.ts';
import { JumpDialog } from '../jump/JumpDialog.tsx';
import { go, type Place } from '../state/place.ts';

export type Overlay = Exclude<Meaning, 'leave'>;

interface Props {
  readonly place: Place;
  readonly shown: Overlay | undefined;
  readonly show: (overlay: Overlay | undefined) => void;
}

/** What the keyboard opens over the page, and Escape's way out of a thread from wherever one is. */
export function Overlays({ place, shown, show }: Props): ReactNode {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      const meaning = meaningOf(event);
      if (meaning === undefined || document.querySelector('dialog[open], :popover-open') !== null) return;
      if (meaning !== 'leave') {
        event.preventDefault();
        show(meaning);
      } else if (place.kind === 'channel' && place.thread !== undefined) {
        go({ kind: 'channel', channel: place.channel });
      }
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, [place, show]);

  const leave = (): void => show(undefined);
  switch (shown) {
    case 'jump':
      return <JumpDialog leave={leave} />;
    case 'keys':
      return <KeyList leave={leave} />;
    case undefined:
      return null;
  }
}
