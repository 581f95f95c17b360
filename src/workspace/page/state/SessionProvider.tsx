import { type ReactNode, useEffect, useMemo, useReducer } from 'react';
import { reduce } from './reduce.ts';
import { startSession } from './session.ts';
import { useLoading } from './useLoading.ts';
import { DirectoryContext, SessionContext } from './useSession.ts';
import type { State as Workspace } from '../../api.ts';
import { listen } from '../wire/socket.ts';

interface Props {
  readonly me: string;
  readonly workspace: Workspace;
  readonly becomeSomebody: (person: string) => void;
  readonly children: ReactNode;
}

/** Holds what the page knows for one person; the app gives it that person's id as key, so a switch starts afresh. */
export function SessionProvider({ me, workspace, becomeSomebody, children }: Props): ReactNode {
  const [session, dispatch] = useReducer(reduce, undefined, () =>
    startSession(me, workspace, performance.now()),
  );
  const { users, channels } = session.workspace;
  const directory = useMemo(() => ({ me, users, channels }), [me, users, channels]);

  useEffect(
    () =>
      listen(me, {
        opened: () => dispatch({ type: 'opened' }),
        lost: () => dispatch({ type: 'lost' }),
        heard: (event) => dispatch({ type: 'heard', event, at: performance.now() }),
      }),
    [me],
  );
  useLoading(session, directory, dispatch);

  const access = useMemo(() => ({ session, dispatch, becomeSomebody }), [session, becomeSomebody]);
  return (
    <DirectoryContext value={directory}>
      <SessionContext value={access}>{children}</SessionContext>
    </DirectoryContext>
  );
}
