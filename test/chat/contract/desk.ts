import type { Card, Command, Reply } from '../../../src/chat/types.ts';
import { routerOver, type Seen, type Stage, type StageOptions, type Visitor } from '../stage.ts';

/** Starts a platform of its own, closed after the test. */
export type Open = (options: StageOptions) => Promise<Stage>;

/** A platform whose router has one command, /desk, which is like this. */
export function among(
  open: Open,
  command: Partial<Command<null>>,
  options: Partial<StageOptions> = {},
): Promise<Stage> {
  return open({ router: routerOver([desk(command)]), ...options });
}

export function plain(open: Open): Promise<Stage> {
  return open({ router: routerOver([]) });
}

export function desk(command: Partial<Command<null>>): Command<null> {
  return {
    name: 'desk',
    summary: 'Test the desk',
    options: [],
    plan: () => ({ kind: 'reply', visibility: 'private' }),
    run: () => said('done'),
    presses: {},
    submissions: {},
    ...command,
  };
}

export function said(text: string, visibility: 'private' | 'channel' = 'private'): Promise<Reply> {
  return Promise.resolve({ kind: 'card', card: worded(text), visibility });
}

export function worded(text: string): Card {
  return { summary: text.slice(0, 100), parts: [{ kind: 'text', text }] };
}

export function seenBy(
  visitor: Visitor,
  channel: string,
  words: string,
  until: Stage['until'],
): Promise<Seen> {
  return until(() => visitor.read(channel).find((message) => message.words.includes(words)));
}
