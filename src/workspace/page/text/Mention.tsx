import type { ReactNode } from 'react';
import { nameOf, titleOf } from '../state/directory.ts';
import { addressOf } from '../state/place.ts';
import { useSession } from '../state/useSession.ts';

interface Props {
  readonly kind: 'user' | 'channel';
  readonly id: string;
}

/** A named person or channel; my own name stands out. */
export function Mention({ kind, id }: Props): ReactNode {
  const { session } = useSession();
  if (kind === 'user') {
    const mine = id === session.me ? ' mention-me' : '';
    return <span className={`mention${mine}`}>@{nameOf(session.workspace, id)}</span>;
  }
  const channel = session.workspace.channels.find((other) => other.id === id);
  if (channel === undefined) return <span className="mention">#unknown</span>;
  return (
    <a className="mention" href={addressOf({ kind: 'channel', channel: id })}>
      #{titleOf(session.workspace, channel, session.me)}
    </a>
  );
}
