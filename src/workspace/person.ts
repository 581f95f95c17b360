import type { File, Message, View } from './api.ts';
import { placedElements } from './blocks/inspect.ts';
import { createFilling } from './filling.ts';
import { openTab, seenHome } from './interactions/home.ts';
import { press } from './interactions/press.ts';
import { say, upload } from './interactions/say.ts';
import { invoke } from './interactions/shortcut.ts';
import { close, submit, type SubmitOutcome } from './interactions/submit.ts';
import { pageView } from './interactions/views.ts';
import { directChannelId } from './people.ts';
import { readMessages } from './seen.ts';
import { pageMessage } from './show.ts';
import type { Site } from './site.ts';
import { findControl, sayFor, type Wording } from './wording.ts';

/**
 * A member of the workspace, driven by a program through the same doors as the page's. A channel is named by its id
 * or name; `'bot'` is the direct message with the app. What the person would be told instead is thrown.
 */
export interface Person {
  readonly id: string;
  readonly say: (channel: string, text: string, thread?: string) => Promise<Message>;
  /** Resolves once the app acknowledged. */
  readonly slash: (channel: string, text: string) => Promise<void>;
  /** `option` is an option's label or value. Resolves once the app acknowledged. */
  readonly press: (on: Message | View, what: Wording, option?: string) => Promise<void>;
  readonly upload: (channel: string, name: string, bytes: Uint8Array | string, thread?: string) => File;
  /** Top level, or a thread with its parent first; oldest first. */
  readonly messages: (channel: string, at?: { readonly thread?: string }) => readonly Message[];
  /** The form on top. */
  readonly view: () => View | undefined;
  /** Fills fields of the form on top by label, block id or action id; `submit` sends them with what was there. */
  readonly fill: (fields: Readonly<Record<string, string | readonly string[]>>) => void;
  readonly submit: () => Promise<SubmitOutcome>;
  readonly close: () => Promise<SubmitOutcome>;
  /** Looks at the app's Home: the app is told. */
  readonly openHome: () => void;
  /** What the app published for this person. */
  readonly home: () => View | undefined;
  /** Chooses one of the app's shortcuts by its name, on a message or from anywhere. */
  readonly shortcut: (name: string, on?: Message) => Promise<void>;
}

export function createPerson(site: Site, id: string): Person {
  if (!site.options.users.some((user) => user.id === id))
    throw new Error(`nobody in the workspace has the id ${id}`);
  const filling = createFilling(site);
  const view = (): View | undefined => site.views.stack(id).map(pageView).at(-1);
  const top = (): View => view() ?? fail(`${id} has no form open`);
  const place = (channel: string, thread?: string) => ({
    user: id,
    channel: channelId(site, id, channel),
    ...(thread === undefined ? {} : { thread }),
  });
  return {
    id,
    say: async (channel, text, thread) => {
      const { message, error } = await say(site, { ...place(channel, thread), text });
      return pageMessage(site, message ?? fail(error ?? `"${text}" is a command: use slash()`));
    },
    slash: async (channel, text) => throwIfRefused(await say(site, { ...place(channel), text })),
    press: async (on, what, option = '') => throwIfRefused(await pressOn(on, what, option)),
    upload: (channel, name, bytes, thread) => {
      const { file, error } = upload(site, { ...place(channel, thread), name, bytes: Buffer.from(bytes) });
      return file ?? fail(error ?? 'nothing was uploaded');
    },
    messages: (channel, { thread } = {}) =>
      readMessages(site, place(channel, thread)) ?? fail(`${id} is not in ${channel}`),
    view,
    fill: (fields) => filling.fill(top(), fields),
    submit: () => submit(site, { user: id, view: top().id, values: filling.toSend(top()) }),
    close: () => close(site, { user: id, view: top().id, close: true }),
    openHome: () => throwIfRefused(openTab(site, id, 'home')),
    home: () => seenHome(site, id),
    shortcut: async (name, on) => {
      const at = on && { on: { channel: on.channel, ts: on.ts } };
      throwIfRefused(await invoke(site, { user: id, shortcut: shortcutCalled(site, name, on), ...at }));
    },
  };

  function pressOn(on: Message | View, what: Wording, option: string) {
    const isView = 'view' in on;
    const { block, element } = findControl(placedElements(isView ? on.view.blocks : (on.blocks ?? [])), what);
    const said = sayFor(site, element, option);
    return press(site, {
      user: id,
      from: isView ? { view: on.id } : { channel: on.channel, ts: on.ts },
      action: { ...said, block_id: block.block_id, action_id: element.action_id },
      ...(isView ? { values: filling.toSend(on) } : {}),
    });
  }
}

function shortcutCalled(site: Site, name: string, on: Message | undefined): string {
  const place = on === undefined ? 'anywhere' : 'message';
  const found = site.lent.shortcuts.find((known) => known.name === name && known.on === place);
  return found?.callbackId ?? fail(`there is no shortcut "${name}"`);
}

function channelId(site: Site, userId: string, said: string): string {
  if (said === 'bot') return directChannelId(userId);
  const name = said.replace(/^#/, '');
  const found = [...site.store.state.channels.values()].find(
    (channel) => channel.id === said || (channel.kind === 'channel' && channel.name === name),
  );
  return found?.id ?? fail(`there is no channel "${said}"`);
}

function throwIfRefused({ error }: { readonly error?: string }): void {
  if (error !== undefined) fail(error);
}

function fail(message: string): never {
  throw new Error(message);
}
