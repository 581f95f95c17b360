import type { ReactNode } from 'react';
import { Icon } from './parts/Icon.tsx';
import { nameOf } from './state/directory.ts';
import { useDirectory, useSession } from './state/useSession.ts';

/** What is cut off at present: this page from the workspace, or the bot. */
export function Banner(): ReactNode {
  const { socket, workspace } = useSession().session;
  const bot = nameOf(useDirectory(), workspace.botUserId);
  if (socket === 'lost') return <Warning text="The workspace does not answer. Trying again…" />;
  if (socket === 'open' && !workspace.botConnected) {
    return <Warning text={`${bot} is not connected. Commands and buttons will work when it is back.`} />;
  }
  return null;
}

const Warning = ({ text }: { readonly text: string }): ReactNode => (
  <p className="banner" role="status">
    <Icon name="warn" />
    {text}
  </p>
);
