import type { ReactNode } from 'react';
import { nameOf, titleOf } from '../state/directory.ts';
import { addressOf } from '../state/place.ts';
import { useDirectory } from '../state/useSession.ts';

interface Props {
  readonly kind: 'user' | 'channel';
  readonly id: string;
}

/** A named person or channel; my own name stands out. */
export function Mention({ kind, id }: Props): ReactNode {
  const directory = useDirectory();
  if (kind === 'user') {
    const mine = id === directory.me ? ' mention-me' : '';
    return <span className={`mention${mine}`}>@{nameOf(directory, id)}</span>;
  }
  const channel = directory.channels.find((other) => other.id === id);
  if (channel === undefined) return <span className="mention">#unknown</span>;
  return (
    <a className="mention" href={addressOf({ kind: 'channel', channel: id })}>
      #{titleOf(directory, channel)}
    </a>
  );
}
