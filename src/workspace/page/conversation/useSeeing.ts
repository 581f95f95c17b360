import { useEffect } from 'react';
import { useSession } from '../state/useSession.ts';
import { tellSeen } from '../wire/requests.ts';

/** Marks a place as read up to here, while somebody is looking at the page. */
export function useSeeing(place: string, newest: string | undefined): void {
  const { session, dispatch } = useSession();
  const { me, seen } = session;
  const isKnown = seen !== undefined;
  const mark = seen?.[place];

  useEffect(() => {
    const see = (): void => {
      if (!isKnown || newest === undefined || newest === mark || document.hidden) return;
      dispatch({ type: 'seen', place, mark: newest });
      // Untold, it is told after the next connection: the server's mark comes back then, and is behind.
      tellSeen({ user: me, place, mark: newest }).catch(() => undefined);
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [me, place, newest, mark, isKnown, dispatch]);
}
