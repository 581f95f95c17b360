import { useEffect } from 'react';
import { useSession } from '../state/useSession.ts';

/** Marks a place as read up to here, while somebody is looking at the page. */
export function useSeeing(place: string, newest: string | undefined): void {
  const { session, dispatch } = useSession();
  const mark = session.seen[place];

  useEffect(() => {
    const see = (): void => {
      if (newest === undefined || newest === mark || document.hidden) return;
      dispatch({ type: 'seen', place, mark: newest });
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [place, newest, mark, dispatch]);
}
