import { describe, expect, it, vi } from 'vitest';
import type { ChatLog } from '../../../src/chat/log.ts';
import { connectSlack } from '../../../src/chat/slack/receive.ts';
import type { Router } from '../../../src/chat/router.ts';
import type { Command, Reply, Where } from '../../../src/chat/types.ts';
import { cardOf, minted, press } from '../minted.ts';
import { gated, routerOver, silentLog } from '../stage.ts';
import { ANA, APP_TOKEN, BOT_TOKEN, CHANNEL, connect, openWorkspace, remembering, visitor } from './stage.ts';

const DIRECT = 'D0ANA';

describe('a form whose trigger died on the way', () => {
  it('is not opened and not run: the person is told to try again', async () => {
    let machineNow = new Date('2026-11-23T09:00:00Z');
    const workspace = await openWorkspace({ machineNow: () => machineNow });
    let runs = 0;
    const router = deskRouter({
      plan: () => ({ kind: 'form', title: 'Promise' }),
      run: () => {
        runs += 1;
        return said('ran');
      },
    });
    const seen = (): Promise<boolean> => {
      machineNow = new Date(machineNow.getTime() + 3_001);
      return Promise.resolve(false);
    };
    await connect(workspace, { router, seen });
    const ana = visitor(workspace, ANA);
    await ana.type(CHANNEL, '/desk');
    const told = await workspace.until(() => ana.read(CHANNEL)[0]);
    expect(told.words).toBe('Slack did not open the form in time. Nothing was done: try again.');
    expect(runs).toBe(0);
  });
});

describe('an answer in private', () => {
  it('whose address no longer works is whispered', async () => {
    const workspace = await openWorkspace();
    await connect(workspace, { router: deskRouter({}) });
    workspace.fault.order('response_url', { kind: 'ratelimited', retryAfterSeconds: 60 });
    const ana = visitor(workspace, ANA);
    await ana.type(CHANNEL, '/desk');
    expect(await workspace.until(() => ana.read(CHANNEL)[0])).toMatchObject({ words: 'done', private: true });
  });

  it('comes as a direct message where we are not in the channel', async () => {
    const workspace = await openWorkspace();
    await connect(workspace, { router: deskRouter({}) });
    workspace.fault.order('response_url', { kind: 'ratelimited', retryAfterSeconds: 60 });
    const ana = visitor(workspace, ANA);
    await ana.type('elsewhere', '/desk');
    expect(await workspace.until(() => ana.read(DIRECT)[0])).toMatchObject({ words: 'done' });
    expect(ana.read('elsewhere')).toEqual([]);
  });

  it('that may have arrived is not said twice', async () => {
    const workspace = await openWorkspace();
    const warned: string[] = [];
    const log: ChatLog = { ...silentLog, warn: (_, message) => void warned.push(message) };
    const { stop } = await connect(workspace, { router: deskRouter({}), log });
    workspace.fault.order('response_url', { kind: 'unclear' });
    const ana = visitor(workspace, ANA);
    await ana.type(CHANNEL, '/desk');
    await stop();
    expect(ana.read(CHANNEL)).toHaveLength(1);
    expect(ana.read(DIRECT)).toEqual([]);
    expect(warned).toEqual(['An answer could not be shown']);
  });
});

describe('the connection', () => {
  it('comes back when Slack renews it, and when it is cut', async () => {
    const workspace = await openWorkspace();
    await connect(workspace, { router: deskRouter({}) });
    const ana = visitor(workspace, ANA);
    for (const lose of [workspace.connections.refresh, workspace.connections.cut]) {
      lose();
      await workspace.until(() => workspace.connections.count() === 0);
      await workspace.until(() => workspace.connections.count() === 1);
      await ana.type(CHANNEL, '/desk');
    }
    await workspace.until(() => ana.read(CHANNEL).length === 2);
    expect(ana.read(CHANNEL).map(({ words }) => words)).toEqual(['done', 'done']);
  });

  it('finishes what was begun before it ends, and turns away what comes then', async () => {
    const workspace = await openWorkspace();
    const gate = gated();
    const form = {
      title: 'Note',
      submit: 'Save',
      fields: [{ kind: 'text', name: 'note', label: 'Note' }],
      action: press('save').action,
    } as const;
    const router = deskRouter({
      plan: (text) =>
        text === 'form' ? { kind: 'form', title: 'Note' } : { kind: 'reply', visibility: 'private' },
      run: (_, text) => {
        if (text === 'form') return Promise.resolve({ kind: 'form', form });
        if (text === 'list') {
          return Promise.resolve({ kind: 'card', card: cardOf({ kind: 'buttons', buttons: [press('Go')] }) });
        }
        return gate.opened.then(() => said('finished'));
      },
    });
    const { stop } = await connect(workspace, { router });
    const ana = visitor(workspace, ANA);
    await ana.type(CHANNEL, '/desk list');
    const list = await workspace.until(() => ana.read(CHANNEL)[0]);
    await ana.type(CHANNEL, '/desk form');
    await workspace.until(() => ana.form()?.words.includes('Note'));
    await ana.type(CHANNEL, '/desk slow');
    const stopped = stop();
    await ana.type(CHANNEL, '/desk');
    await ana.press(CHANNEL, list, 'Go');
    await workspace.until(() => ana.read(CHANNEL).length === 3);
    ana.fill({ Note: 'x' });
    expect(await ana.submit()).toEqual({ errors: { note: expect.stringContaining('restarting') as string } });
    gate.open();
    await stopped;
    await workspace.until(() => workspace.connections.count() === 0);
    const restarting = 'Dunwell is restarting; nothing was done. Try again in a minute.';
    expect(
      ana
        .read(CHANNEL)
        .map(({ words }) => words)
        .slice(1),
    ).toEqual([restarting, restarting, 'finished']);
  });

  it('is refused with Slack’s word for it when a token is wrong, and never writes a token down', async () => {
    const workspace = await openWorkspace();
    const lines: string[] = [];
    const write = (fields: object, message: string): void =>
      void lines.push(message, ...Object.values(fields).map(described));
    const log: ChatLog = { info: write, warn: write, error: write };
    const options = { apiUrl: workspace.apiUrl, router: deskRouter({}), log, seen: remembering() };
    const wrongBot = connectSlack({ ...options, botToken: 'xoxb-wrong', appToken: APP_TOKEN });
    await expect(wrongBot).rejects.toMatchObject({ code: 'invalid_auth', failure: { kind: 'refused' } });
    const connection = await connectSlack({ ...options, botToken: BOT_TOKEN, appToken: 'xapp-wrong' });
    const failure: unknown = await connection.start().catch((error: unknown) => error);
    expect(described(failure)).toContain('invalid_auth');
    expect(lines.length).toBeGreaterThan(0);
    expect([...lines, described(failure)].join('\n')).not.toMatch(/xoxb-\w|xapp-\w/);
  });

  it('says that it may be tried later when nobody listens there', async () => {
    const workspace = await openWorkspace();
    await workspace.close();
    const gone = connectSlack({
      apiUrl: workspace.apiUrl,
      router: deskRouter({}),
      log: silentLog,
      seen: remembering(),
      botToken: BOT_TOKEN,
      appToken: APP_TOKEN,
    });
    await expect(gone).rejects.toMatchObject({ code: 'ECONNREFUSED', failure: { kind: 'later' } });
  });
});

describe('requests', () => {
  it('that cannot be remembered are not run, and whoever made them is told', async () => {
    const workspace = await openWorkspace();
    const run = (): Promise<Reply> => Promise.reject(new Error('ran'));
    const seen = (): Promise<boolean> => Promise.reject(new Error('database is down'));
    await connect(workspace, { router: deskRouter({ run }), seen });
    const ana = visitor(workspace, ANA);
    await ana.type(CHANNEL, '/desk');
    expect((await workspace.until(() => ana.read(CHANNEL)[0])).words).toMatch(/error id [0-9a-f]{8}/);
  });

  it('without anything for us are ignored', async () => {
    const workspace = await openWorkspace();
    const failed: unknown[] = [];
    const log: ChatLog = { ...silentLog, error: (fields) => void failed.push(fields), warn: silentLog.warn };
    const { stop } = await connect(workspace, { router: deskRouter({}), log });
    await workspace.as(ANA).say(CHANNEL, 'Good morning <!channel>');
    workspace.as(ANA).openHome();
    await vi.waitFor(() => expect(workspace.connections.unacknowledged()).toBe(0));
    await stop();
    expect(failed).toEqual([]);
    expect(workspace.as(ANA).messages(CHANNEL)).toHaveLength(1);
  });

  it('are answered in the thread in which somebody pressed', async () => {
    const workspace = await openWorkspace();
    const router = deskRouter({
      plan: () => ({ kind: 'reply', visibility: 'channel' }),
      run: () => Promise.resolve({ kind: 'card', card: list, visibility: 'channel' }),
      presses: {
        more: { run: () => Promise.resolve({ kind: 'card', card: list, visibility: 'channel' }) },
        quiet: { run: () => said('only you') },
      },
    });
    const list = cardOf({ kind: 'buttons', buttons: [press('More'), press('Quiet')] });
    await connect(workspace, { router });
    const ana = workspace.as(ANA);
    await ana.slash(CHANNEL, '/desk');
    const parent = await workspace.until(() => ana.messages(CHANNEL)[0]);
    await ana.press(parent, 'More');
    const reply = await workspace.until(() => ana.messages(CHANNEL, { thread: parent.ts })[1]);
    await ana.press(reply, 'Quiet');
    const whisper = await workspace.until(() => ana.messages(CHANNEL, { thread: parent.ts })[2]);
    expect(whisper).toMatchObject({ onlyFor: ANA, threadTs: parent.ts });
  });
});

function deskRouter(command: Partial<Command<null>>) {
  return routerOver([
    {
      name: 'desk',
      summary: 'Test the desk',
      options: [],
      plan: () => ({ kind: 'reply', visibility: 'private' }),
      run: () => said('done'),
      presses: {},
      submissions: {},
      ...command,
    },
  ]);
}

function said(text: string): Promise<Reply> {
  return Promise.resolve({ kind: 'card', card: cardOf({ kind: 'text', text }) });
}

/** Everything an error would tell a log, its causes included. */
function described(value: unknown): string {
  if (!(value instanceof Error)) return JSON.stringify(value);
  return `${value.stack} ${JSON.stringify(value)} ${value.cause === undefined ? '' : described(value.cause)}`;
}

describe('a file in a thread', () => {
  it('is known by its thread in both ways in which Slack tells of it', async () => {
    const workspace = await openWorkspace();
    const picked: Where[] = [];
    const router: Router = {
      ...deskRouter({}),
      file: (where) => {
        picked.push(where);
        return Promise.resolve({ kind: 'silent' });
      },
    };
    const { port } = await connect(workspace, { router, seen: () => Promise.resolve(false) });
    const card = await minted(cardOf({ kind: 'text', text: 'the case' }));
    const { id } = await port.post({ channelId: CHANNEL, card, nonce: 'n' });
    workspace.as(ANA).upload('collections', 'scan.pdf', 'slip', id);
    await vi.waitFor(() => expect(picked).toHaveLength(2));
    expect(picked[0]?.message?.threadId).toBe(id);
    expect(picked[1]?.message).toEqual(picked[0]?.message);
  });
});
