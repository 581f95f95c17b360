import type { Invoke, Shortcut } from '../../api.ts';
import { useSession } from '../state/useSession.ts';
import { invokeShortcut } from '../wire/requests.ts';

interface Shortcuts {
  readonly offered: readonly Shortcut[];
  readonly invoke: (shortcut: string, on?: Invoke['on']) => void;
}

/** The app's shortcuts for such a place; why one failed is told. */
export function useShortcuts(place: Shortcut['on'], failed: (why: string) => void): Shortcuts {
  const { me, workspace } = useSession().session;
  return {
    offered: workspace.shortcuts.filter(({ on }) => on === place),
    invoke: (shortcut, on) => {
      invokeShortcut({ user: me, shortcut, ...(on && { on }) }).catch((error: unknown) =>
        failed(error instanceof Error ? error.message : String(error)),
      );
    },
  };
}
