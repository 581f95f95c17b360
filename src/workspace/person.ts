import type { File, Message, View } from './api.ts';
import { placedElements, type Placed } from './blocks/inspect.ts';
import { readMessages } from './http/page-routes.ts';
import { press } from './interactions/press.ts';
import { say, upload } from './interactions/say.ts';
import { close, submit, type SubmitOutcome } from './interactions/submit.ts';
import type { Values } from './interactions/values.ts';
import { pageView } from './interactions/views.ts';
import { allUsers, directChannelId } from './people.ts';
import { tellApp } from './posting.ts';
import { pageMessage } from './show.ts';
import type { Site } from './site.ts';
import { sayFor, titleOf } from './wording.ts';

/** A member of the workspace, driven by a program through the same doors as the page's. */
export interface Person {
  readonly id: string;
  /** The channel's id or name; `'bot'` is the direct message with the app. Throws with what the person would be told. */
  readonly say: (channel: string, text: string, thread?: string) => Promise<Message>;
  /** Resolves once the app acknowledged. */
  readonly slash: (channel: string, text: string) => Promise<void>;
  /** By label or action id; `option` is an option's label or value. Resolves once the app acknowledged. */
  readonly press: (on: Message | View, what: string, option?: string) => Promise<void>;
  readonly upload: (
    channel: string,
    name: string,
    bytes: Uint8Array | string,
    thread?: string,
  ) => Promise<File>;
  readonly messages: (channel: string, at?: { readonly thread?: string }) => readonly Message[];
  /** The form on top. */
  readonly view: () => View | undefined;
  /** Fills fields of the form on top by label, block id or action id; they are sent by `submit`. */
  readonly fill: (fields: Readonly<Record<string, string | readonly string[]>>) => void;
  readonly submit: () => Promise<SubmitOutcome>;
  readonly close: () => Promise<SubmitOutcome>;
  readonly openHome: () => void;
}

export function createPerson(site: Site, id: string): Person {
  if (!site.options.users.some((user) => user.id === id))
    throw new Error(`nobody in the workspace has the id ${id}`);
  const filled = new Map<string, Values>();
  const top = (): View => {
    const view = site.views.stack(id).at(-1);
    if (!view) throw new Error(`${id} has no form open`);
    return pageView(view);
  };
  return {
    id,
    say: async (channel, text, thread) => {
      const outcome = await say(site, {
        user: id,
        channel: channelId(site, id, channel),
        text,
        ...(thread ? { thread } : {}),
      });
      if (!outcome.message) throw new Error(outcome.error ?? `"${text}" is a command: use slash()`);
      return pageMessage(site, outcome.message);
    },
    slash: async (channel, text) =>
      throwIfRefused(await say(site, { user: id, channel: channelId(site, id, channel), text })),
    press: async (on, what, option) => {
      const placed = findByWording(placedElements('view' in on ? on.view.blocks : (on.blocks ?? [])), what);
      const action = {
        ...sayFor(site, placed.element, option ?? ''),
        block_id: placed.block.block_id,
        action_id: placed.element.action_id,
      };
      const from = 'view' in on ? { view: on.id } : { channel: on.channel, ts: on.ts };
      const values = 'view' in on ? filled.get(on.id) : undefined;
      throwIfRefused(await press(site, { user: id, from, action, ...(values ? { values } : {}) }));
    },
    upload: async (channel, name, bytes, thread) => {
      const sent = { user: id, channel: channelId(site, id, channel), name, ...(thread ? { thread } : {}) };
      const outcome = upload(site, {
        ...sent,
        bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
      });
      if (!outcome.file) throw new Error(outcome.error);
      return outcome.file;
    },
    messages: (channel, at = {}) =>
      readMessages(site, { user: id, channel: channelId(site, id, channel), ...at }),
    view: () => site.views.stack(id).map(pageView).at(-1),
    fill: (fields) => {
      const view = top();
      for (const [what, value] of Object.entries(fields)) {
        const { block, element } = findByWording(placedElements(view.view.blocks), what);
        const before = filled.get(view.id) ?? {};
        const ofBlock = {
          ...before[String(block.block_id)],
          [element.action_id]: sayFor(site, element, value),
        };
        filled.set(view.id, { ...before, [String(block.block_id)]: ofBlock });
      }
    },
    submit: () =>
      submit(site, { user: id, view: top().id, values: valuesToSend(top(), filled.get(top().id) ?? {}) }),
    close: () => close(site, { user: id, view: top().id, close: true }),
    openHome: () =>
      tellApp(site, {
        type: 'app_home_opened',
        user: id,
        channel: directChannelId(id),
        tab: 'home',
        event_ts: site.store.nextTs(site.now()),
      }),
  };
}

/** A browser sends what each field shows, so a field left alone sends what it started with. */
function valuesToSend(view: View, said: Values): Values {
  const started = placedElements(view.view.blocks).map(
    ({ block, element }) => [String(block.block_id), element] as const,
  );
  return Object.fromEntries(
    started.map(([blockId, element]) => [
      blockId,
      { [element.action_id]: initialOf(element), ...said[blockId] },
    ]),
  );
}

function initialOf(element: Placed['element']): Readonly<Record<string, unknown>> {
  const { initial_option, initial_options, initial_user, initial_date, initial_time, initial_value } =
    element;
  return {
    selected_option: initial_option,
    selected_options: initial_options,
    selected_user: initial_user,
    selected_date: initial_date,
    selected_time: initial_time,
    value: initial_value,
  };
}

function findByWording(placed: readonly Placed[], what: string): Placed {
  const found = placed.filter(({ block, element }) =>
    [titleOf(block, element), block.block_id, element.action_id].includes(what),
  );
  const only = found.length === 1 ? found[0] : undefined;
  if (only) return only;
  const offered = placed.map(({ block, element }) => titleOf(block, element) ?? element.action_id).join(', ');
  throw new Error(`${found.length} controls are called "${what}"; there are: ${offered || 'none'}`);
}

function channelId(site: Site, userId: string, said: string): string {
  if (said === 'bot') return directChannelId(userId);
  const name = said.replace(/^#/, '');
  const found = [...site.store.state.channels.values()].find(
    (channel) => channel.id === said || (channel.kind === 'channel' && channel.name === name),
  );
  if (!found)
    throw new Error(
      `there is no channel "${said}" for ${allUsers(site).find(({ id }) => id === userId)?.name}`,
    );
  return found.id;
}

function throwIfRefused(outcome: { readonly error?: string }): void {
  if (outcome.error !== undefined) throw new Error(outcome.error);
}
