import type { ChatLog } from '../../log.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface Trying {
  /** Tries until it succeeds: at once, then after half a second, then with pauses up to half a minute. */
  readonly begin: () => void;
  /** Tries no more; resolves when the try under way is over. */
  readonly end: () => Promise<void>;
}

/** Repeats something that failed, once at a time, until it succeeds or is ended. */
export function keepTrying(attempt: () => Promise<unknown>, log: ChatLog): Trying {
  let ended = false;
  let trying: Promise<void> | undefined;
  let wake = (): void => undefined;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const succeeds = (): Promise<boolean> =>
    attempt().then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error }, 'Slack cannot be reached; trying again');
        return false;
      },
    );
  const loop = async (pauseMs: number): Promise<void> => {
    if (ended || (await succeeds()) || ended) return;
    await pause(pauseMs);
    await loop(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
  };

  return {
    begin: () => {
      trying ??= loop(FIRST_PAUSE_MS).finally(() => (trying = undefined));
    },
    end: async () => {
      ended = true;
      wake();
      await trying;
    },
  };
}
