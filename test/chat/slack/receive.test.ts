import { describe, expect, it, vi } from 'vitest';
import type { ChatLog } from '../../../src/chat/log.ts';
import type { Router } from '../../../src/chat/router.ts';
import type { Reply, Where } from '../../../src/chat/types.ts';
import { cardOf, minted, press } from '../minted.ts';
import { silentLog } from '../stage.ts';
import { ANA, CHANNEL, connect, openWorkspace, visitor } from './stage.ts';
import { deskRouter, said } from './receive/desk.ts';

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
