import { pageMessage } from './show.ts';
import type { Site } from './site.ts';

export interface UntilOptions {
  /** What is waited for, in words, for the failure. */
  readonly what?: string;
  /** Bound, not pace: it is reached only when something is wrong. 10 s by default. */
  readonly withinMs?: number;
}

/** Asks now and after every event of the workspace until the answer is truthy. */
export function until<Value>(
  site: Site,
  ask: () => Value,
  options: UntilOptions = {},
): Promise<NonNullable<Value>> {
  const { what = 'the expected', withinMs = 10_000 } = options;
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(bound);
      stop();
      finish();
    };
    const look = (): void => {
      try {
        const answer = ask();
        if (answer) settle(() => resolve(answer));
      } catch (error) {
        settle(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    };
    const bound = setTimeout(
      () => settle(() => reject(new Error(`${what} did not happen within ${withinMs} ms.\n${dump(site)}`))),
      withinMs,
    );
    const stop = site.events.subscribe(look);
    look();
  });
}

/** Everything that can be seen, a line each, for a failing test. */
function dump(site: Site): string {
  const messages = [...site.store.state.messages.values()]
    .flatMap((channel) => [...channel.values()])
    .map((message) => pageMessage(site, message))
    .map(({ channel, ts, user, onlyFor, threadTs, text, blocks }) =>
      [
        channel,
        ts,
        threadTs ? `reply to ${threadTs}` : '',
        onlyFor ? `only ${onlyFor}` : '',
        `${user}: ${text}`,
        blocks ? JSON.stringify(blocks).slice(0, 400) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    );
  return [`connections of the app: ${site.connections.count()}`, ...messages.slice(-40)].join('\n');
}
