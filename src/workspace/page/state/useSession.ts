import { createContext, type Dispatch, useContext } from 'react';
import { type Directory, findUser } from './directory.ts';
import type { Change } from './reduce.ts';
import type { Session } from './session.ts';
import type { User } from '../../api.ts';

interface SessionAccess {
  readonly session: Session;
  readonly dispatch: Dispatch<Change>;
  readonly becomeSomebody: (person: string) => void;
}

export const SessionContext = createContext<SessionAccess | undefined>(undefined);

/** Apart from the session, because it hardly ever changes: a message redraws for this, not for every other message. */
export const DirectoryContext = createContext<Directory | undefined>(undefined);

export function useSession(): SessionAccess {
  return given(useContext(SessionContext));
}

export function useDirectory(): Directory {
  return given(useContext(DirectoryContext));
}

/** The person whose eyes we look through. */
export function useMe(): User {
  const directory = useDirectory();
  const me = findUser(directory, directory.me);
  if (me === undefined) throw new Error(`No such person: ${directory.me}`);
  return me;
}

function given<Access>(access: Access | undefined): Access {
  if (access === undefined) throw new Error('Used outside SessionProvider');
  return access;
}
