import { createContext, type Dispatch, useContext } from 'react';
import type { User } from '../../api.ts';
import { findUser } from './directory.ts';
import type { Change } from './reduce.ts';
import type { Session } from './session.ts';

interface SessionAccess {
  readonly session: Session;
  readonly dispatch: Dispatch<Change>;
  readonly becomeSomebody: (person: string) => void;
}

export const SessionContext = createContext<SessionAccess | undefined>(undefined);

export function useSession(): SessionAccess {
  const access = useContext(SessionContext);
  if (access === undefined) throw new Error('useSession outside SessionProvider');
  return access;
}

/** The person whose eyes we look through. */
export function useMe(): User {
  const { session } = useSession();
  const me = findUser(session.workspace, session.me);
  if (me === undefined) throw new Error(`No such person: ${session.me}`);
  return me;
}
