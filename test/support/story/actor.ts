import type { Message, View } from '../../../src/workspace/api.ts';
import type { SubmitOutcome } from '../../../src/workspace/interactions/submit.ts';
import type { Person } from '../../../src/workspace/person.ts';
import type { Wording } from '../../../src/workspace/wording.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { say } from './text.ts';

/** A button by the start of its label, or by that in the row that shows some text. */
export type Control = string | { readonly label: string; readonly row: string };

/** Somebody of the team, as the chat server sees them. Every action waits for what it causes. */
export interface Actor {
  readonly person: Person;
  /** Types a command in the channel; resolves with the private answer, as text. */
  readonly slash: (line: string) => Promise<string>;
  /** Types a command that opens a form. */
  readonly slashForm: (line: string) => Promise<View>;
  /** The newest message that shows this text, among those in the channel, its threads and the direct messages. */
  readonly sees: (text: string) => Message;
  /** Direct messages with Dunwell, as text. */
  readonly inbox: () => readonly string[];
  /** Presses a control of a message; resolves with the private answer, if there is one, as text. */
  readonly press: (on: Message, what: Control) => Promise<string>;
  /** Puts a file into a conversation (a thread, if one is named); resolves with the private answer, as text. */
  readonly drop: (
    channel: string,
    name: string,
    bytes: Uint8Array | string,
    thread?: string,
  ) => Promise<string>;
  /** Chooses from the menu of the row that shows some text; of the only menu, if no text is given. */
  readonly choose: (on: Message, option: string, row?: string) => Promise<string>;
  readonly chooseForm: (on: Message, option: string, row?: string) => Promise<View>;
  /** The same for what answers nobody, because a card changes in place. */
  readonly chooseQuietly: (on: Message, option: string, row?: string) => Promise<void>;
  /** Looks at Home; resolves with what it shows once it was published anew, as text. */
  readonly openHome: () => Promise<string>;
  /** What Home shows without looking there again, as text; nothing for whoever never opened it. */
  readonly home: () => string;
  /** Presses on Home; resolves with what is shown over it, as text, which is closed again. */
  readonly pressAtHome: (what: Wording, option?: string) => Promise<string>;
  /** The same for what opens a form. */
  readonly homeForm: (what: Wording, option?: string) => Promise<View>;
  /** Chooses a message shortcut, or one from anywhere, that opens a form. */
  readonly shortcut: (name: string, on?: Message) => Promise<View>;
  /** Presses a control that opens a form. */
  readonly pressForm: (on: Message, what: Control) => Promise<View>;
  /** The same for what answers nobody, because a card changes in place: resolves once the press was taken. */
  readonly pressQuietly: (on: Message, what: Control) => Promise<void>;
  readonly submitQuietly: (fields: Readonly<Record<string, string | readonly string[]>>) => Promise<void>;
  /** Fills and submits the open form; resolves with field errors or with the private answer, as text. */
  readonly submit: (fields: Readonly<Record<string, string | readonly string[]>>) => Promise<string>;
}

export function createActor(workspace: Workspace, userId: string, settle: () => Promise<void>): Actor {
  const person = workspace.as(userId);
  const whispers = (): readonly Message[] =>
    everything(person).filter((message) => message.onlyFor === userId);
  const form = (): Promise<View> =>
    workspace.until(() => (isLoading(person.view()) ? undefined : person.view()), {
      what: `${userId}'s form`,
    });
  /** What is whispered after an action, once everything it caused is settled; or why it was refused. */
  const answerTo = async (act: () => Promise<string | void>): Promise<string> => {
    const before = new Set(whispers().map(signOf));
    const fresh = (): readonly Message[] => whispers().filter((message) => !before.has(signOf(message)));
    const refused = await act();
    if (typeof refused === 'string') return refused;
    await workspace.until(() => fresh().length > 0, { what: `an answer for ${userId}` });
    await settle();
    return fresh().map(say).join('\n');
  };
  return {
    person,
    slash: (line) => answerTo(() => person.slash('collections', line)),
    slashForm: async (line) => {
      await person.slash('collections', line);
      return form();
    },
    sees: (text) => find(person, text),
    inbox: () => person.messages('bot').map(say),
    press: (on, what) => answerTo(() => person.press(on, control(on, what))),
    drop: async (channel, name, bytes, thread) => {
      const heard = (): readonly Message[] => everything(person).filter(({ user }) => user !== userId);
      const before = new Set(heard().map(signOf));
      const fresh = (): readonly Message[] => heard().filter((message) => !before.has(signOf(message)));
      person.upload(channel, name, bytes, thread);
      await workspace.until(() => fresh().length > 0, { what: `an answer to ${name} for ${userId}` });
      await settle();
      return fresh().map(say).join('\n');
    },
    choose: (on, option, row = '') => answerTo(() => person.press(on, menuOf(on, row, option), option)),
    chooseQuietly: async (on, option, row = '') => {
      await person.press(on, menuOf(on, row, option), option);
      await settle();
    },
    chooseForm: async (on, option, row = '') => {
      await person.press(on, menuOf(on, row, option), option);
      return form();
    },
    openHome: async () => {
      const before = person.home()?.hash;
      person.openHome();
      const shown = await workspace.until(
        () => (person.home()?.hash === before ? undefined : person.home()),
        { what: `${userId}'s Home` },
      );
      await settle();
      return sayView(person.home() ?? shown);
    },
    home: () => sayView(person.home()),
    pressAtHome: async (what, option) => {
      await person.press(onHome(person), what, option);
      const shown = await workspace.until(() => (isWaiting(person.view()) ? undefined : person.view()), {
        what: `an answer over ${userId}'s Home`,
      });
      await settle();
      await person.close();
      return sayView(shown);
    },
    homeForm: async (what, option) => {
      await person.press(onHome(person), what, option);
      return form();
    },
    shortcut: async (name, on) => {
      await person.shortcut(name, on);
      return form();
    },
    pressQuietly: (on, what) => person.press(on, control(on, what)),
    submitQuietly: async (fields) => {
      person.fill(fields);
      const refused = refusalIn(await person.submit());
      if (refused !== undefined) throw new Error(refused);
    },
    pressForm: async (on, what) => {
      await person.press(on, control(on, what));
      return form();
    },
    submit: async (fields) => {
      person.fill(fields);
      return answerTo(async () => refusalIn(await person.submit()));
    },
  };
}

function onHome(person: Person): View {
  const home = person.home();
  if (home === undefined) throw new Error(`${person.id} has no Home yet: open it first`);
  return home;
}

const sayView = (view: View | undefined): string =>
  view === undefined ? '' : say({ text: '', blocks: view.view.blocks });

/** A view that will be replaced by the answer. */
const isWaiting = (view: View | undefined): boolean =>
  view === undefined || sayView(view).includes('One moment…');

interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string } }[];
}

/** The elements of the blocks that show some text. */
function elements(on: Message, row: string): readonly Element[] {
  const blocks = (on.blocks ?? []).filter((block) => say({ text: '', blocks: [block] }).includes(row));
  return blocks.flatMap((block) => {
    const { accessory, elements: many } = block as { accessory?: Element; elements?: readonly Element[] };
    return [
      ...(accessory === undefined ? [] : [accessory]),
      ...(block.type === 'actions' ? (many ?? []) : []),
    ];
  });
}

function control(on: Message, what: Control): Wording {
  const { label, row } = typeof what === 'string' ? { label: what, row: '' } : what;
  const buttons = elements(on, row).filter((element) => element.type === 'button');
  const found = buttons.find((button) => button.text?.text.startsWith(label));
  const caption = found?.text?.text ?? '';
  if (found !== undefined)
    return isOnly(found, elements(on, '')) ? found.action_id : row === '' ? caption : { label: caption, row };
  throw new Error(
    `no button starts with "${label}"; there are: ${buttons.map((button) => button.text?.text).join(', ')}`,
  );
}

/** Ids tell the controls of one row apart; beside rows that have some too, a caption does. */
function isOnly({ action_id }: Element, shown: readonly Element[]): boolean {
  return shown.filter((element) => element.action_id === action_id).length === 1;
}

/** The menu that offers something: beside a row it is known by its row's block, among buttons by what it offers. */
function menuOf(on: Message, row: string, option: string): Wording {
  const shown = (on.blocks ?? []).filter((block) => say({ text: '', blocks: [block] }).includes(row));
  for (const block of shown) {
    const menu = elements({ ...on, blocks: [block] }, '').find(
      (element) =>
        element.type === 'overflow' && element.options?.some(({ text }) => text.text === option) === true,
    );
    if (menu === undefined) continue;
    return block.type === 'section' ? String(block.block_id) : { label: menu.action_id, row: option };
  }
  throw new Error(`no menu in the row "${row}" offers "${option}" of:\n${say(on)}`);
}

const signOf = (message: Message): string => `${message.ts} ${say(message)}`;

function refusalIn({ errors, error }: SubmitOutcome): string | undefined {
  return errors === undefined ? error : Object.values(errors).join('\n');
}

const isLoading = (view: View | undefined): boolean =>
  view === undefined || view.view['submit'] === undefined;

function everything(person: Person): readonly Message[] {
  const top = ['collections', 'bot'].flatMap((channel) => [...person.messages(channel)]);
  const threads = top.flatMap((message) =>
    (message.replyCount ?? 0) === 0 ? [] : person.messages(message.channel, { thread: message.ts }).slice(1),
  );
  return [...top, ...threads];
}

function find(person: Person, text: string): Message {
  const found = everything(person)
    .filter((message) => say(message).includes(text))
    .at(-1);
  if (found === undefined)
    throw new Error(
      `nobody said "${text}" where ${person.id} can see it. There is:\n${everything(person).map(say).join('\n--\n')}`,
    );
  return found;
}
