import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/workspace/api.ts';
import type { Workspace } from '../../src/workspace/server.ts';
import { unreadIn, unreadMessages } from '../../src/workspace/unread.ts';
import { ANA, BEN, CHANNEL, closeAfterTest, openWorkspace, PAGE_TOKEN } from './support/office.ts';

const message = (ts: string, rest: Partial<Message> = {}): Message => ({
  channel: 'C1',
  ts,
  user: 'U0',
  text: ts,
  ...rest,
});
const desk = { id: 'C1', name: 'desk', kind: 'channel', members: [] } as const;

describe('what is unread', () => {
  it('is what others wrote for all after the mark', () => {
    const history = [
      message('1.0'),
      message('2.0', { user: 'U1' }),
      message('3.0', { onlyFor: 'U1' }),
      message('4.0'),
    ];
    expect(unreadMessages(history, undefined, 'U1').map(({ ts }) => ts)).toEqual(['1.0', '4.0']);
    expect(unreadMessages(history, '1.0', 'U1').map(({ ts }) => ts)).toEqual(['4.0']);
  });

  it('counts in a channel only where it names one, in a direct message all', () => {
    const history = [message('1.0'), message('2.0', { calls: ['U1'] })];
    expect(unreadIn(desk, history, {}, 'U1')).toEqual({ isUnread: true, count: 1 });
    expect(unreadIn({ ...desk, kind: 'im' }, history, {}, 'U1')).toEqual({ isUnread: true, count: 2 });
  });

  it('leaves threads alone that one neither opened nor wrote in, unless they name one', () => {
    const parent = message('1.0', { replies: [{ ts: '2.0', user: 'U0' }] });
    expect(unreadIn(desk, [parent], { C1: '1.0' }, 'U1')).toEqual({ isUnread: false, count: 0 });
    expect(unreadIn(desk, [parent], { C1: '1.0', 'C1/1.0': '1.0' }, 'U1').isUnread).toBe(true);
    const called = message('1.0', { replies: [{ ts: '2.0', user: 'U0', calls: ['U1'] }] });
    expect(unreadIn(desk, [called], { C1: '1.0' }, 'U1')).toEqual({ isUnread: true, count: 1 });
    const answered = message('1.0', { replies: [...(called.replies ?? []), { ts: '3.0', user: 'U1' }] });
    expect(unreadIn(desk, [answered], { C1: '1.0' }, 'U1').isUnread).toBe(false);
  });
});

describe('the server', () => {
  const asked = async (workspace: Workspace, path: string, body?: object): Promise<unknown> => {
    const entered = await fetch(`${workspace.url}/?token=${PAGE_TOKEN}`, { redirect: 'manual' });
    const headers = {
      cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '',
      origin: workspace.url,
      'content-type': 'application/json',
    };
    const told = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${workspace.url}/page/${path}`, { headers, ...told })).json();
  };

  it('keeps how far each person has read, also over a restart, and never backwards', async () => {
    const storeFolder = mkdtempSync(join(tmpdir(), 'workspace-'));
    closeAfterTest(() => Promise.resolve(rmSync(storeFolder, { recursive: true, force: true })));
    const workspace = await openWorkspace({ storeFolder });
    const { ts } = await workspace.as(ANA).say(CHANNEL, 'first');
    await asked(workspace, 'seen', { user: BEN, place: CHANNEL, mark: ts });
    await asked(workspace, 'seen', { user: BEN, place: CHANNEL, mark: '1.000000' });
    expect(await asked(workspace, `seen?user=${BEN}`)).toEqual({ seen: { [CHANNEL]: ts } });
    expect(await asked(workspace, `seen?user=${ANA}`)).toEqual({ seen: {} });
    await workspace.close();
    const again = await openWorkspace({ storeFolder });
    expect(await asked(again, `seen?user=${BEN}`)).toEqual({ seen: { [CHANNEL]: ts } });
  });

  it('tells how much calls each person, threads included', async () => {
    const workspace = await openWorkspace();
    const { ts } = await workspace.as(ANA).say(CHANNEL, 'quiet');
    await workspace.as(ANA).say(CHANNEL, 'for @Ben Lead', ts);
    expect(await asked(workspace, 'waiting')).toEqual({ waiting: { [ANA]: 0, [BEN]: 1 } });
  });

  it('refuses marks for places that one is not in', async () => {
    const workspace = await openWorkspace();
    const refused = await asked(workspace, 'seen', { user: BEN, place: 'C0ELSE', mark: '1.0' });
    expect(refused).toEqual({ error: 'You are not in a place with that id.' });
  });
});
