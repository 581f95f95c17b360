import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { PageEvent, State } from '../../src/workspace/api.ts';
import type { Workspace } from '../../src/workspace/server.ts';
import { createHearing } from './support/hearing.ts';
import {
  ANA,
  BEN,
  CHANNEL,
  closeAfterTest,
  connectApp,
  openWorkspace,
  PAGE_TOKEN,
} from './support/office.ts';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Plain HTTP, because fetch does not let a test choose Host and Origin. */
function ask(workspace: Workspace, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = request(workspace.url + path, { method, headers }, (answer) => {
        readText(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
          reject,
        );
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

async function signIn(workspace: Workspace): Promise<string> {
  const answer = await ask(workspace, `/?token=${PAGE_TOKEN}`);
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

async function post(workspace: Workspace, path: string, body: object) {
  const headers = {
    cookie: await signIn(workspace),
    origin: workspace.url,
    'content-type': 'application/json',
  };
  const answer = await ask(workspace, path, { method: 'POST', headers, body: JSON.stringify(body) });
  return JSON.parse(answer.text) as Record<string, unknown>;
}

test('the start-up link sets a cookie that scripts and other sites cannot use, and loses its token', async () => {
  const workspace = await openWorkspace();
  expect(workspace.pageUrl).toBe(`${workspace.url}/?token=${PAGE_TOKEN}`);
  const answer = await ask(workspace, `/?token=${PAGE_TOKEN}`);
  expect(answer).toMatchObject({ status: 303, headers: { location: '/' } });
  expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
  expect(answer.headers['set-cookie']?.[0]).not.toContain(PAGE_TOKEN);
});

test.each([
  ['without the cookie', {}, 'Open the link that was printed at the start'],
  ['with a wrong cookie', { cookie: 'workspace=guess' }, 'Open the link that was printed at the start'],
  ['under a foreign name', { host: 'evil.example:80' }, 'Open this page as http://127.0.0.1'],
])('the page is refused %s, in words', async (_how, headers, words) => {
  const workspace = await openWorkspace();
  for (const path of ['/', '/page/state', '/assets/index.js'])
    expect(await ask(workspace, path, { headers })).toMatchObject({
      status: 403,
      text: expect.stringContaining(words),
    });
});

test('a wrong token opens nothing, and a foreign name nothing even with the right one', async () => {
  const workspace = await openWorkspace();
  expect((await ask(workspace, '/?token=guess')).status).toBe(403);
  const foreign = await ask(workspace, `/?token=${PAGE_TOKEN}`, { headers: { host: 'evil.example' } });
  expect(foreign.status).toBe(403);
  expect(foreign.headers['set-cookie']).toBeUndefined();
});

test.each([['https://evil.example'], ['null'], [undefined]])(
  'nothing is done for the origin %s',
  async (origin) => {
    const workspace = await openWorkspace();
    const headers = { cookie: await signIn(workspace), ...(origin ? { origin } : {}) };
    const body = JSON.stringify({ user: ANA, channel: CHANNEL, text: 'forged' });
    expect((await ask(workspace, '/page/messages', { method: 'POST', headers, body })).status).toBe(403);
    expect(workspace.as(ANA).messages('collections')).toEqual([]);
  },
);

test.each([
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['no cookie', { cookie: '' }],
])('the socket of the page is refused with %s', async (_how, headers) => {
  const workspace = await openWorkspace();
  const honest = { cookie: await signIn(workspace), origin: workspace.url };
  const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/page/socket?user=${ANA}`, {
    headers: { ...honest, ...headers },
  });
  const status = await new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode));
  });
  expect(status).toBe(403);
});

async function watch(workspace: Workspace, user: string) {
  const events = createHearing<PageEvent>();
  const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/page/socket?user=${user}`, {
    headers: { cookie: await signIn(workspace), origin: workspace.url },
  });
  socket.on('message', (bytes) =>
    events.note(JSON.parse(Buffer.from(bytes as Buffer).toString()) as PageEvent),
  );
  await new Promise((resolve) => socket.once('open', resolve));
  closeAfterTest(() => Promise.resolve(socket.terminate()));
  return events;
}

test('each person is pushed what they may see, and their own forms', async () => {
  const workspace = await openWorkspace();
  const app = await connectApp(workspace, (app) =>
    app.command('/overdue', async ({ ack, command, client }) => {
      await ack();
      const title = { type: 'plain_text', text: 'Form' } as const;
      await client.views.open({ trigger_id: command.trigger_id, view: { type: 'modal', title, blocks: [] } });
    }),
  );
  const [ana, ben] = [await watch(workspace, ANA), await watch(workspace, BEN)];
  await workspace.as(ANA).say('bot', 'a secret');
  await app.client.chat.postEphemeral({ channel: CHANNEL, user: ANA, text: 'psst' });
  await workspace.as(ANA).slash('collections', '/overdue');
  await workspace.until(() => workspace.as(ANA).view());
  await workspace.as(ANA).say('collections', 'for all');
  expect(await ana.next()).toMatchObject({ type: 'message', message: { text: 'a secret' } });
  expect(await ana.next()).toMatchObject({ type: 'message', message: { text: 'psst' } });
  expect(await ana.next()).toMatchObject({ type: 'view', user: ANA, stack: [{}] });
  expect(await ana.next()).toMatchObject({ type: 'message', message: { text: 'for all' } });
  expect(await ben.next()).toMatchObject({ type: 'message', message: { text: 'for all' } });
});

test('the page reads the state and the messages of the person it is', async () => {
  const workspace = await openWorkspace();
  await workspace.as(ANA).say('bot', 'hello');
  const headers = { cookie: await signIn(workspace) };
  const state = JSON.parse((await ask(workspace, '/page/state', { headers })).text) as State;
  expect(state).toMatchObject({ botUserId: 'U0BOT', botConnected: false, mail: false });
  const direct = state.channels.find(({ kind, members }) => kind === 'im' && members.includes(ANA))?.id;
  const read = (user: string) =>
    ask(workspace, `/page/messages?user=${user}&channel=${direct ?? ''}`, { headers });
  expect(JSON.parse((await read(ANA)).text)).toMatchObject({ messages: [{ text: 'hello' }] });
  expect((await read(BEN)).status).toBe(404);
});

test('the page posts, presses and submits for the person it is', async () => {
  const workspace = await openWorkspace();
  const text = (words: string) => ({ type: 'plain_text', text: words }) as const;
  const heard = createHearing<string>();
  const app = await connectApp(workspace, (app) => {
    app.action('open', async ({ ack, body, client }) => {
      const element = { type: 'plain_text_input', action_id: 'value' } as const;
      const blocks = [{ type: 'input', block_id: 'note', label: text('Note'), element }];
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views.open({
        trigger_id,
        view: { type: 'modal', callback_id: 'f', title: text('F'), submit: text('S'), blocks },
      });
      await ack();
    });
    app.view('f', async ({ ack, view, body }) => {
      await ack();
      heard.note(`${body.user.id}: ${view.state.values['note']?.['value']?.value ?? ''}`);
    });
  });
  expect(await post(workspace, '/page/messages', { user: ANA, channel: CHANNEL, text: 'hi' })).toEqual({});
  const button = { type: 'button', action_id: 'open', text: text('Open') } as const;
  const blocks = [{ type: 'actions', block_id: 'a', elements: [button] }];
  const { ts } = await app.client.chat.postMessage({ channel: CHANNEL, text: 'card', blocks });
  const action = { type: 'button', block_id: 'a', action_id: 'open' };
  expect(
    await post(workspace, '/page/actions', { user: ANA, from: { channel: CHANNEL, ts }, action }),
  ).toEqual({});
  const view = workspace.as(ANA).view()?.id;
  const values = { note: { value: { type: 'plain_text_input', value: 'typed' } } };
  expect(await post(workspace, '/page/views', { user: BEN, view, values })).toHaveProperty('error');
  expect(await post(workspace, '/page/views', { user: ANA, view, values })).toEqual({ closed: true });
  expect(await heard.next()).toBe(`${ANA}: typed`);
});

test('a file dropped on the page is shared, and is served to be saved and never run', async () => {
  const workspace = await openWorkspace();
  const cookie = await signIn(workspace);
  const path = `/page/files?user=${ANA}&channel=${CHANNEL}&name=${encodeURIComponent('<b>.html')}`;
  const headers = { cookie, origin: workspace.url };
  const answer = await ask(workspace, path, { method: 'POST', headers, body: '<script>alert(1)</script>' });
  const { file } = JSON.parse(answer.text) as { file: { id: string } };
  const read = await ask(workspace, `/page/files/${file.id}`, { headers: { cookie } });
  expect(read.text).toBe('<script>alert(1)</script>');
  expect(read.headers['content-disposition']).toMatch(/^attachment/);
  expect(read.headers['x-content-type-options']).toBe('nosniff');
});

test('the clock the host lends is read and moved', async () => {
  const workspace = await openWorkspace();
  const cookie = await signIn(workspace);
  expect((await ask(workspace, '/page/clock', { headers: { cookie } })).status).toBe(404);
  const reading = { now: '2026-11-22T10:00:00.000Z', zone: 'Europe/Riga', moving: false };
  workspace.setClock({
    read: () => Promise.resolve(reading),
    step: () => Promise.resolve({ ...reading, now: '2026-11-22T11:00:00.000Z' }),
  });
  const pushed = await watch(workspace, ANA);
  expect(await post(workspace, '/page/clock', { step: 'hour' })).toMatchObject({
    now: '2026-11-22T11:00:00.000Z',
  });
  expect(await pushed.next()).toMatchObject({ type: 'clock', clock: { now: '2026-11-22T11:00:00.000Z' } });
});

test('the built page is served with a strict policy, and nothing outside its folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  closeAfterTest(() => Promise.resolve(rmSync(folder, { recursive: true })));
  writeFileSync(join(folder, 'index.html'), '<title>the page</title>');
  const workspace = await openWorkspace({ pageFolder: folder });
  const headers = { cookie: await signIn(workspace) };
  const page = await ask(workspace, '/', { headers });
  expect(page.text).toContain('the page');
  expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd'])
    expect((await ask(workspace, path, { headers })).text).toContain('the page');
});

test.each([
  ['not JSON', '{', 400],
  ['not understood', '{"user":1}', 400],
])('a request that is %s is answered in words', async (_what, body, status) => {
  const workspace = await openWorkspace();
  const headers = { cookie: await signIn(workspace), origin: workspace.url };
  expect((await ask(workspace, '/page/messages', { method: 'POST', headers, body })).status).toBe(status);
});

test.each([
  ['NUL', 'a\0b', 'NUL'],
  ['too much', 'x'.repeat(40_001), 'at most 40000 characters'],
  ['nothing', '  ', 'empty'],
])('a message of %s is refused with the reason', async (_what, text, reason) => {
  const workspace = await openWorkspace();
  expect(await post(workspace, '/page/messages', { user: ANA, channel: CHANNEL, text })).toEqual({
    error: expect.stringContaining(reason),
  });
});

test('a permalink leads to its message, or to its thread', async () => {
  const workspace = await openWorkspace();
  const headers = { cookie: await signIn(workspace) };
  const place = async (path: string) => (await ask(workspace, path, { headers })).headers['location'];
  expect(await place('/archives/C1/p1700000000000100')).toBe('/#/C1?message=1700000000.000100');
  expect(await place('/archives/C1/p1700000000000200?thread_ts=1700000000.000100&cid=C1')).toBe(
    '/#/C1/1700000000.000100?message=1700000000.000200',
  );
});
