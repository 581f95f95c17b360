import { expect } from 'vitest';
import { createRouter, type Answer, type RouterParts } from '../../../src/chat/router.ts';
import { mintCard, mintForm } from '../../../src/chat/mint.ts';
import type { Command, Reply, Where } from '../../../src/chat/types.ts';

export interface Person {
  readonly roles: readonly string[];
}

export const WHERE: Where = { platform: 'slack', teamId: 'T1', userId: 'U1', channelId: 'C1' };

export const silent: Promise<Reply> = Promise.resolve({ kind: 'silent' });

export function cardReply(summary: string): Promise<Reply> {
  return Promise.resolve({ kind: 'card', card: card(summary) });
}

export function routerOf(overrides: Partial<Command<Person>>, others: Partial<RouterParts<Person>> = {}) {
  return createRouter({ ...parts(), commands: [command(overrides)], ...others });
}

export function command(overrides: Partial<Command<Person>>): Command<Person> {
  return {
    name: 'promise',
    summary: 'Record a promise',
    options: [],
    plan: () => ({ kind: 'reply', visibility: 'private' }),
    run: () => cardReply('done'),
    presses: {},
    submissions: {},
    ...overrides,
  };
}

/** Tokens name the action of /promise that they stand for. */
export function parts(): RouterParts<Person> {
  return {
    commands: [],
    contextOf: () => Promise.resolve({ roles: [] }),
    rolesOf: (person) => person.roles,
    whoMay: () => Promise.resolve(['Anna Berg']),
    mint: (_, value) =>
      mintCard(value, (actions) => Promise.resolve(actions.map((__, index) => `token-${index}`))),
    mintForm: (_, form) => mintForm(form, () => Promise.resolve(['token'])),
    actionOf: (_, token) => Promise.resolve({ command: 'promise', action: token, args: {} }),
    log: { info: () => undefined, warn: () => undefined, error: () => expect.unreachable('logged') },
  };
}

export function card(summary: string) {
  return { summary, parts: [] };
}

export function refuse(error: Error): () => Promise<never> {
  return () => Promise.reject(error);
}

export function refusal(answer: Answer): string {
  return answer.kind === 'refusal' ? answer.text : `answered with a ${answer.kind}`;
}

export function logTo(list: unknown[]) {
  const write = (fields: object, message: string) => void list.push({ fields, message });
  return { info: write, warn: write, error: write };
}
