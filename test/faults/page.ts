import { once } from 'node:events';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ClockReading, ClockStep, Mail, Message, PageEvent, View } from '../../src/workspace/api.ts';
import { placedElements } from '../../src/workspace/blocks/inspect.ts';
import { say } from '../support/story/text.ts';

/** One person at the page of a running program, over the wire as a browser is. */
export interface Page {
  readonly messages: (channel: string, thread?: string) => Promise<readonly Message[]>;
  /** The newest message in the direct messages with Dunwell that shows this text. */
  readonly sees: (text: string) => Promise<Message>;
  readonly type: (channel: string, text: string) => Promise<void>;
  readonly upload: (name: string, content: string) => Promise<void>;
  /** Presses the first button or menu entry whose label starts so. */
  readonly press: (on: Message, label: string) => Promise<void>;
  /** Fills the form that opened last, by block id, and submits it. */
  readonly submit: (fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly clock: () => Promise<ClockReading>;
  readonly moveClock: (step: ClockStep) => Promise<ClockReading>;
  readonly mails: () => Promise<readonly Mail[]>;
  readonly close: () => void;
}

/** Opens the page by its link, as this person. */
export async function openPage(pageUrl: string, user: string): Promise<Page> {
  const { origin } = new URL(pageUrl);
  const entered = await fetch(pageUrl, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(`${origin}${path}`, {
      ...init,
      headers: { cookie, origin, 'content-type': 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    const answer = JSON.parse(text) as T & { readonly error?: string; readonly errors?: object };
    if (answer.error !== undefined || answer.errors !== undefined) throw new Error(`${path}: ${text}`);
    return answer;
  };
  const post = <T>(path: string, body: unknown): Promise<T> =>
    ask(path, { method: 'POST', body: JSON.stringify(body) });
  const place = (id: string): string => (id === 'bot' ? user.replace(/^U/, 'D') : id);
  const messages: Page['messages'] = async (channel, thread) => {
    const query = new URLSearchParams({ user, channel: place(channel), ...(thread && { thread }) });
    return (await ask<{ messages: readonly Message[] }>(`/page/messages?${query}`)).messages;
  };
  const { form, close } = await followForms(origin, cookie, user);
  return {
    messages,
    close,
    sees: (text) =>
      until(text, async () => (await messages('bot')).findLast((message) => say(message).includes(text))),
    type: async (channel, text) => void (await post('/page/messages', { user, channel, text })),
    upload: async (name, content) => {
      const query = new URLSearchParams({ user, channel: place('bot'), name });
      await ask(`/page/files?${query}`, { method: 'POST', body: content });
    },
    press: async (on, label) => {
      const from = { channel: on.channel, ts: on.ts };
      await post('/page/actions', { user, from, action: actionOn(on, label) });
    },
    submit: async (fields) => {
      const view = await until('a form', () => Promise.resolve(form()));
      await post('/page/views', { user, view: view.id, values: valuesIn(view, fields) });
    },
    clock: () => ask('/page/clock'),
    moveClock: (step) => post('/page/clock', { step }),
    mails: async () => (await ask<{ mails: readonly Mail[] }>('/page/mail')).mails,
  };
}

/** Asks until there is an answer; the bound is reached only when something is wrong. */
const until = <T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> =>
  vi.waitFor(
    async () => {
      const answer = await ask();
      if (answer === undefined || answer === false) throw new Error(`${what} did not happen`);
      return answer;
    },
    { timeout: 60_000, interval: 50 },
  );

/** Follows what the server pushes to this person: the forms that are open. */
async function followForms(origin: string, cookie: string, user: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/page/socket?user=${user}`, {
    headers: { cookie, origin },
  });
  let stack: readonly View[] = [];
  socket.on('message', (frame: Buffer) => {
    const event = JSON.parse(frame.toString()) as PageEvent;
    if (event.type === 'view') stack = event.stack;
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return {
    close: () => socket.terminate(),
    form: () => stack.findLast(({ view }) => view['submit'] !== undefined),
  };
}

function actionOn(on: Message, label: string): Readonly<Record<string, unknown>> {
  for (const { block, element } of placedElements(on.blocks ?? [])) {
    const place = { type: element.type, block_id: block.block_id, action_id: element.action_id };
    if (element.type === 'button' && labelOf(element).startsWith(label)) return place;
    const options = (element['options'] ?? []) as readonly Labelled[];
    const selected_option = options.find((option) => labelOf(option).startsWith(label));
    if (selected_option !== undefined) return { ...place, selected_option };
  }
  throw new Error(`there is no button "${label}" on:\n${say(on)}`);
}

type Labelled = Readonly<Record<string, unknown>>;

function labelOf(control: Labelled): string {
  return (control['text'] as { readonly text: string }).text;
}

/** Fields left alone send what they started with, as in a browser. */
function valuesIn({ view }: View, fields: Readonly<Record<string, string>>) {
  const values = placedElements(view.blocks).map(({ block, element }) => {
    const given = fields[String(block.block_id)];
    const { initial_option: option, initial_value: value } = element;
    const said = given === undefined ? { value, selected_option: option } : { value: given };
    return [block.block_id, { [element.action_id]: said }] as const;
  });
  return Object.fromEntries(values) as Readonly<Record<string, unknown>>;
}
