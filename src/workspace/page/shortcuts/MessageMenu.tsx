import type { ReactNode } from 'react';
import type { Message } from '../../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useShortcuts } from './useShortcuts.ts';

interface Props {
  readonly message: Message;
  readonly failed: (why: string) => void;
}

/** What the app can do with a message. What one person alone sees has no menu. */
export function MessageMenu({ message: { channel, ts, onlyFor }, failed }: Props): ReactNode {
  const { offered, invoke } = useShortcuts('message', failed);
  if (onlyFor !== undefined || offered.length === 0) return null;
  return (
    <Menu
      label="More actions for this message"
      className="icon-button"
      button={<Icon name="more" />}
      items={offered.map(({ callbackId, name }) => ({
        key: callbackId,
        label: name,
        pick: () => invoke(callbackId, { channel, ts }),
      }))}
    />
  );
}
