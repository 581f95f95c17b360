import { randomUUID } from 'node:crypto';
import type { ChatPort } from '../../src/chat/port.ts';
import { mintCard, mintForm } from '../../src/chat/mint.ts';
import { createRouter, type Router, type RouterParts } from '../../src/chat/router.ts';
import type { Action, Command } from '../../src/chat/types.ts';

/** A platform with our bot on it, as a contract suite needs it: one channel, two people, and things that go wrong. */
export interface Stage {
  readonly port: ChatPort;
  readonly channel: string;
  readonly ana: Visitor;
  readonly ben: Visitor;
  /** What the next post meets: refused for now, done but not answered, or failed somewhere on the way. */
  readonly order: (fault: 'limited' | 'unclear' | 'failed') => void;
  /** Everybody who was called by any message. */
  readonly called: () => readonly string[];
  /** Resolves when everything that was asked is answered; nothing can be asked after it. */
  readonly stop: () => Promise<void>;
  /** Resolves with the first answer that is there. */
  readonly until: <Value>(ask: () => Value) => Promise<NonNullable<Value>>;
}

export interface StageOptions {
  readonly router: Router;
  readonly patienceMs?: number;
}

/** A message as a person sees it. */
export interface Seen {
  readonly id: string;
  readonly words: string;
  /** Labels of buttons and menu entries. */
  readonly controls: readonly string[];
  readonly private: boolean;
}

/** A person at their screen. */
export interface Visitor {
  readonly id: string;
  readonly read: (channel: string, thread?: string) => readonly Seen[];
  /** A slash command, with its slash. */
  readonly type: (channel: string, text: string) => Promise<void>;
  readonly press: (channel: string, on: Seen, label: string) => Promise<void>;
  readonly pressInForm: (label: string) => Promise<void>;
  readonly drop: (channel: string, name: string, content: string) => Promise<void>;
  /** The form that is open, if one is. */
  readonly form: () => { readonly title: string; readonly words: string } | undefined;
  readonly fill: (fields: Readonly<Record<string, string | readonly string[]>>) => void;
  /** What is said beside fields, by their names. */
  readonly submit: () => Promise<{ readonly errors?: Readonly<Record<string, string>> }>;
}

/** A router over commands without a database: actions are kept in memory, everybody may do everything. */
export function routerOver(
  commands: readonly Command<null>[],
  others: Partial<RouterParts<null>> = {},
): Router {
  const kept = new Map<string, Action>();
  const keep = (actions: readonly Action[]): Promise<readonly string[]> =>
    Promise.resolve(
      actions.map((action) => {
        const token = randomUUID();
        kept.set(token, action);
        return token;
      }),
    );
  return createRouter<null>({
    commands,
    contextOf: () => Promise.resolve(null),
    rolesOf: () => [],
    whoMay: () => Promise.resolve([]),
    mint: (_, card) => mintCard(card, keep),
    mintForm: (_, form) => mintForm(form, keep),
    actionOf: (_, token) => Promise.resolve(kept.get(token)),
    log: silentLog,
    ...others,
  });
}

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Something that a test lets happen when it wants. */
export function gated(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
