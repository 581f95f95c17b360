import { setTimeout } from 'node:timers/promises';
import type { Log } from '../services/ports.ts';

/** What has to be closed in the end. */
export interface Closing {
  /** @param patienceMs how long closing it may take before the next one's turn comes */
  readonly later: (close: () => Promise<void>, patienceMs?: number) => void;
  /** Closes everything, the last opened first; asked again, waits for the same. Never rejects. */
  readonly now: () => Promise<void>;
}

/** Enough to end what is being answered; what hangs is found again at the next start. */
const usualPatienceMs = 3_000;

/** Lets no part that hangs or fails keep the others running. */
export function collectClosing(log: Log): Closing {
  const parts: (() => Promise<void>)[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const close of parts.toReversed())
      await close().catch((error: unknown) => log.warn({ err: error }, 'a part did not stop cleanly'));
  };
  return {
    later: (close, patienceMs = usualPatienceMs) => void parts.push(() => within(patienceMs, close())),
    now: () => (closed ??= closeAll()),
  };
}

async function within(patienceMs: number, closed: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const late = setTimeout(patienceMs, undefined, { signal: timer.signal }).then(
    () => Promise.reject(new Error(`not closed within ${patienceMs} ms`)),
    () => undefined,
  );
  await Promise.race([closed, late]).finally(() => timer.abort());
}
