import type { Mail, Seen, State as Workspace, View } from '../../api.ts';
import type { History } from './history.ts';

/** All that the page knows while it shows the workspace to one person. */
export interface Session {
  readonly me: string;
  readonly workspace: Workspace;
  /** By channel id; absent until the first message or answer. */
  readonly histories: Readonly<Record<string, History>>;
  /** By channel id: what was pushed over the present connection, which an answer on its way may not have yet. */
  readonly arrivals: Readonly<Record<string, History>>;
  /** By threadKey; only threads that were opened. */
  readonly threads: Readonly<Record<string, History>>;
  /** Open forms, the topmost last. */
  readonly views: readonly View[];
  /** What the app shows me on its own page, once it has. */
  readonly home: View | undefined;
  readonly mails: readonly Mail[];
  /** How far I have read, once the server has said it. */
  readonly seen: Seen | undefined;
  readonly socket: 'opening' | 'open' | 'lost';
  /** Counts connections: whoever loads something loads it again when this grows. */
  readonly connection: number;
  /** When `workspace.clock` was read, by the browser's own monotonic clock. */
  readonly clockReadAt: number;
}

export function startSession(me: string, workspace: Workspace, at: number): Session {
  return {
    me,
    workspace,
    histories: {},
    arrivals: {},
    threads: {},
    views: [],
    home: undefined,
    mails: [],
    seen: undefined,
    socket: 'opening',
    connection: 0,
    clockReadAt: at,
  };
}
