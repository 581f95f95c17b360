import { once } from 'node:events';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ClockReading, ClockStep, Message, PageEvent, View } from '../../src/workspace/api.ts';
import { placedElements } from '../../src/workspace/blocks/inspect.ts';
import { say } from '../support/story/text.ts';

/** One person at the page of a running program, over the wire as a browser is. */
export interface Page {
  /** Top level, or a thread with its parent first. The channel `bot` is the direct messages with Dunwell. */
  readonly messages: (channel: string, thread?: string) => Promise<readonly Message[]>;
  /** The newest direct message that shows this text, as soon as there is one. */
  readonly sees: (text: string) => Promise<Message>;
  readonly upload: (name: string, content: string) => Promise<void>;
  /** Presses the first button, or chooses the first menu entry, whose label starts so. */
  readonly press: (on: Message, label: string) => Promise<void>;
  /** Fills the form that opened last, by block id, and submits it. */
  readonly submit: (fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly clock: () => Promise<ClockReading>;
  readonly moveClock: (step: ClockStep) => Promise<ClockReading>;
  readonly close: () => void;
}

/** A bound that is reached only when something is wrong. */
const patienceMs = 30_000;

/** Opens the page by its link, as this person. */
export async function openPage(pageUrl: string, user: string): Promise<Page> {
  const door = await enter(pageUrl);
  const { form, close } = await followForms(door, user);
  const place = (channel: string): string => (channel === 'bot' ? user.replace(/^U/, 'D') : channel);
  const messages: Page['messages'] = async (channel, thread) => {
    const query = new URLSearchParams({ user, channel: place(channel), ...(thread && { thread }) });
    return (await ask<{ messages: readonly Message[] }>(door, `messages?${query}`)).messages;
  };
  return {
    messages,
    close,
    sees: (text) =>
      soon(text, async () => (await messages('bot')).findLast((message) => say(message).includes(text))),
    upload: async (name, content) => {
      await ask(door, `files?${new URLSearchParams({ user, channel: place('bot'), name })}`, content);
    },
    press: async (on, label) => {
      const from = { channel: on.channel, ts: on.ts };
      await ask(door, 'actions', { user, from, action: actionOn(on, label) });
    },
    submit: async (fields) => {
      const view = await soon('a form', () => Promise.resolve(form()));
      await ask(door, 'views', { user, view: view.id, values: valuesIn(view, fields) });
    },
    clock: () => ask(door, 'clock'),
    moveClock: (step) => ask(door, 'clock', { step }),
  };
}

/** What the link opens: where the page is, and the cookie that lets its requests in. */
interface Door {
  readonly origin: string;
  readonly cookie: string;
}

async function enter(pageUrl: string): Promise<Door> {
  const { headers } = await fetch(pageUrl, { redirect: 'manual' });
  return { origin: new URL(pageUrl).origin, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** Text is sent as it is, values as JSON; without either it is a question. What the person would be told is thrown. */
async function ask<T>({ origin, cookie }: Door, path: string, said?: unknown): Promise<T> {
  const body = said === undefined ? {} : { body: typeof said === 'string' ? said : JSON.stringify(said) };
  const method = said === undefined ? 'GET' : 'POST';
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const response = await fetch(`${origin}/page/${path}`, { method, headers, ...body });
  const text = await response.text();
  const answer = (response.ok ? JSON.parse(text) : { error: text }) as T & Refusal;
  if (answer.error !== undefined || answer.errors !== undefined) throw new Error(`${path}: ${text}`);
  return answer;
}

interface Refusal {
  readonly error?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** The forms that this person has open; the server pushes them. */
async function followForms({ origin, cookie }: Door, user: string) {
  const address = `${origin.replace('http', 'ws')}/page/socket?user=${user}`;
  const socket = new WebSocket(address, { headers: { cookie, origin } });
  let stack: readonly View[] = [];
  socket.on('message', (frame: Buffer) => {
    const event = JSON.parse(frame.toString()) as PageEvent;
    if (event.type === 'view') stack = event.stack;
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return {
    form: () => stack.findLast(({ view }) => view['submit'] !== undefined),
    close: () => socket.terminate(),
  };
}

/** Asks again and again until there is an answer. */
function soon<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  return vi.waitFor(
    async () => {
      const found = await look();
      if (found === undefined) throw new Error(`${what} did not come`);
      return found;
    },
    { timeout: patienceMs, interval: 20 },
  );
}

type Labelled = Readonly<Record<string, unknown>>;

function actionOn(on: Message, label: string): Labelled {
  const says = (control: Labelled): boolean =>
    (control['text'] as { readonly text: string }).text.startsWith(label);
  for (const { block, element } of placedElements(on.blocks ?? [])) {
    const place = { type: element.type, block_id: block.block_id, action_id: element.action_id };
    if (element.type === 'button' && says(element)) return place;
    const options = (element['options'] ?? []) as readonly Labelled[];
    const chosen = options.find(says);
    if (chosen !== undefined) return { ...place, selected_option: chosen };
  }
  throw new Error(`nothing called "${label}" can be pressed on:\n${say(on)}`);
}

/** Fields left alone send what they started with, as in a browser. */
function valuesIn({ view }: View, fields: Readonly<Record<string, string>>): Labelled {
  const values = placedElements(view.blocks).map(({ block, element }) => {
    const given = fields[String(block.block_id)];
    const { initial_option: option, initial_value: value } = element;
    const said = given === undefined ? { value, selected_option: option } : { value: given };
    return [block.block_id, { [element.action_id]: said }] as const;
  });
  return Object.fromEntries(values) as Labelled;
}
