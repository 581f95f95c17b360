import { afterEach } from 'vitest';
import { connectSlack, type SlackConnection, type SlackOptions } from '../../../src/chat/slack/receive.ts';
import type { Block, Message, View } from '../../../src/workspace/api.ts';
import { elementsOf, textsOf, type Element } from '../../../src/workspace/blocks/inspect.ts';
import type { Fault } from '../../../src/workspace/faults.ts';
import type { Person } from '../../../src/workspace/person.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../../src/workspace/server.ts';
import { silentLog, type Seen, type Stage, type StageOptions, type Visitor } from '../stage.ts';

export const ANA = 'U0ANA';
export const BEN = 'U0BEN';
export const CHANNEL = 'C0COLLECT';
export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export function closeAfterTest(close: () => Promise<unknown>): void {
  closing.push(close);
}

/** The real Slack client against the strict local workspace, over Socket Mode. */
export async function slackStage(options: StageOptions): Promise<Stage> {
  const workspace = await openWorkspace();
  const { port, stop } = await connect(workspace, options);
  return {
    port,
    stop,
    channel: CHANNEL,
    ana: visitor(workspace, ANA),
    ben: visitor(workspace, BEN),
    order: (fault) => workspace.fault.order('chat.postMessage', FAULTS[fault]),
    called: () => workspace.mentions().map(({ who }) => who),
    until: (ask) => workspace.until(ask),
  };
}

const FAULTS: Readonly<Record<Parameters<Stage['order']>[0], Fault>> = {
  limited: { kind: 'ratelimited', retryAfterSeconds: 7 },
  unclear: { kind: 'unclear' },
  failed: { kind: 'server_error' },
};

export async function openWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await startWorkspace({
    port: 0,
    pageToken: 'page',
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    team: { id: 'T0TEAM', name: 'Lagerhaus AG' },
    users: [
      { id: ANA, name: 'Ana', title: 'rep', timeZone: 'Europe/Riga', isAdmin: false },
      { id: BEN, name: 'Ben', title: 'lead', timeZone: 'Europe/Berlin', isAdmin: true },
    ],
    bot: { userId: 'U0BOT', name: 'Dunwell', appId: 'A0APP', botId: 'B0BOT' },
    channels: [
      { id: CHANNEL, name: 'collections' },
      { id: 'C0ELSE', name: 'elsewhere', withoutBot: true },
    ],
    commands: [{ command: '/desk', description: 'Test the desk', usageHint: '' }],
    ...options,
  });
  closeAfterTest(workspace.close);
  return workspace;
}

/** Connected and receiving over Socket Mode. Request ids are remembered in memory. */
export async function connect(
  workspace: Workspace,
  options: StageOptions & Partial<Pick<SlackOptions, 'seen' | 'log'>>,
): Promise<SlackConnection> {
  const connection = await connectSlack({
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    apiUrl: workspace.apiUrl,
    log: silentLog,
    seen: remembering(),
    ...options,
  });
  await connection.start();
  closeAfterTest(connection.stop);
  return connection;
}

export function remembering(): SlackOptions['seen'] {
  const ids = new Set<string>();
  return (id) => {
    const known = ids.has(id);
    ids.add(id);
    return Promise.resolve(known);
  };
}

export function visitor(workspace: Workspace, id: string): Visitor {
  const person = workspace.as(id);
  const messages = (channel: string, thread?: string): readonly Message[] =>
    person.messages(channel, thread === undefined ? {} : { thread });
  return {
    id,
    read: (channel, thread) => messages(channel, thread).map(seen),
    type: (channel, text) => person.slash(channel, text),
    press: (channel, on, label) =>
      pressControl(
        person,
        messages(channel).find(({ ts }) => ts === on.id),
        label,
      ),
    pressInForm: (label) => pressControl(person, person.view(), label),
    drop: (channel, name, content) =>
      Promise.resolve(person.upload(channel, name, content)).then(() => undefined),
    form: () => formOf(person.view()),
    fill: person.fill,
    submit: async () => {
      const { error, errors } = await person.submit();
      if (error !== undefined) throw new Error(error);
      return errors ? { errors } : {};
    },
  };
}

function seen(message: Message): Seen {
  const blocks = message.blocks ?? [];
  return {
    id: message.ts,
    words: blocks.length > 0 ? wordsOf(blocks) : message.text,
    controls: blocks.flatMap(elementsOf).flatMap(labelsOf),
    private: message.onlyFor !== undefined,
  };
}

/** What is written in blocks, controls aside. */
function wordsOf(blocks: readonly Block[]): string {
  const still = blocks
    .filter(({ type }) => type !== 'actions')
    .map((block) => ({ ...block, accessory: null }));
  return textsOf(still).join(' ').trim();
}

function labelsOf(element: Element): readonly string[] {
  return textsOf(element);
}

function formOf(view: View | undefined): ReturnType<Visitor['form']> {
  if (!view) return undefined;
  return { title: textsOf({ title: view.view['title'] }).join(), words: textsOf(view.view.blocks).join(' ') };
}

/** A button is pressed by its label; a menu entry through the menu that offers it. */
async function pressControl(person: Person, on: Message | View | undefined, label: string): Promise<void> {
  if (!on) throw new Error('That message is gone');
  const blocks = ('view' in on ? on.view.blocks : on.blocks) ?? [];
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      if (element.type !== 'overflow' || !labelsOf(element).includes(label)) continue;
      return person.press(on, { label: element.action_id, row: textsOf(block)[0] ?? '' }, label);
    }
  }
  await person.press(on, label);
}
