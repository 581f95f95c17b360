import { useMemo, useSyncExternalStore } from 'react';
import { type Day, dayIn } from './format.ts';
import type { Session } from '../state/session.ts';
import { useSession } from '../state/useSession.ts';

const LOOK_MS = 2_000;
const MINUTE_MS = 60_000;

/** The workspace's time to the minute: the business clock's where there is one, running on since it was read. */
export function useNow(): Date {
  const { session } = useSession();
  const minute = useSyncExternalStore(everySoOften, () => Math.floor(readClock(session) / MINUTE_MS));
  return useMemo(() => new Date(minute * MINUTE_MS), [minute]);
}

/** The day it is there now. */
export const useToday = (zone: string): Day => dayIn(useNow(), zone);

function readClock({ workspace, clockReadAt }: Session): number {
  if (workspace.clock === undefined) return Date.now();
  return Date.parse(workspace.clock.now) + (performance.now() - clockReadAt);
}

function everySoOften(look: () => void): () => void {
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}
