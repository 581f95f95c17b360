import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useShortcuts } from './useShortcuts.ts';

/** The shortcuts that need no message, beside the place where one writes. */
export function AnywhereMenu({ failed }: { readonly failed: (why: string) => void }): ReactNode {
  const { offered, invoke } = useShortcuts('anywhere', failed);
  if (offered.length === 0) return null;
  return (
    <Menu
      label="Shortcuts"
      className="icon-button"
      button={<Icon name="shortcut" />}
      items={offered.map(({ callbackId, name }) => ({
        key: callbackId,
        label: name,
        pick: () => invoke(callbackId),
      }))}
    />
  );
}
