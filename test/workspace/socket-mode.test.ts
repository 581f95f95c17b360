import { once } from 'node:events';
import { App, SocketModeReceiver } from '@slack/bolt';
import { expect, test } from 'vitest';
import { type RawData, WebSocket } from 'ws';
import type { Workspace } from '../../src/workspace/server.ts';
import { createHearing } from './support/hearing.ts';
import {
  ANA,
  APP_TOKEN,
  BOT_TOKEN,
  closeAfterTest,
  connectApp,
  openWorkspace,
  silent,
} from './support/office.ts';

test('a command without a connected app fails at once, as Slack says it', async () => {
  const workspace = await openWorkspace();
  await expect(workspace.as(ANA).slash('collections', '/overdue')).rejects.toThrow('dispatch_failed');
});

test('a command the app does not acknowledge in time fails with operation_timeout', async () => {
  const workspace = await openWorkspace({ ackMs: 20 });
  await connectApp(workspace, (app) => app.command('/overdue', () => Promise.resolve()));
  await expect(workspace.as(ANA).slash('collections', '/overdue')).rejects.toThrow('operation_timeout');
});

test('a command nobody registered is refused before the app hears of it', async () => {
  const workspace = await openWorkspace();
  await connectApp(workspace);
  await expect(workspace.as(ANA).slash('collections', '/nonsense x')).rejects.toThrow(
    '/nonsense is not a valid command',
  );
  workspace.setCommands([{ command: '/nonsense', description: '', usageHint: '' }]);
  const heard = createHearing<string>();
  await connectApp(workspace, (app) =>
    app.command('/nonsense', async ({ ack, command }) => {
      heard.note(command.text);
      await ack();
    }),
  );
  await workspace.as(ANA).slash('collections', '/nonsense x & @Ben Lead');
  expect(await heard.next()).toBe('x &amp; <@U0BEN|Ben Lead>');
});

test('what the app acknowledges a command with is shown, to one person unless it says otherwise', async () => {
  const workspace = await openWorkspace();
  const answers = ['just you', { text: 'everybody', response_type: 'in_channel' }] as const;
  let next = 0;
  await connectApp(workspace, (app) => app.command('/overdue', async ({ ack }) => ack(answers[next++])));
  const ana = workspace.as(ANA);
  await ana.slash('collections', '/overdue');
  await ana.slash('collections', '/overdue');
  expect(ana.messages('collections').map(({ text, onlyFor }) => [text, onlyFor])).toEqual([
    ['just you', ANA],
    ['everybody', undefined],
  ]);
});

test('an event that happened while no app was connected reaches the next one', async () => {
  const workspace = await openWorkspace();
  const heard = createHearing<unknown>();
  await workspace.as(ANA).say('collections', 'anybody there?');
  expect(workspace.connections.unacknowledged()).toBe(1);
  await connectApp(workspace, (app) => app.message(({ message }) => heard.hear(message)));
  expect(await heard.next()).toMatchObject({ text: 'anybody there?' });
});

test('what a dying connection had not acknowledged goes to another', async () => {
  const workspace = await openWorkspace();
  const first = createHearing<string>();
  const second = createHearing<string>();
  await connectApp(workspace, (app) =>
    app.command('/overdue', async ({ ack }) => {
      second.note('second');
      await ack();
    }),
  );
  const dying = await connectApp(workspace, (app) => app.command('/overdue', () => first.hear('first')));
  expect(workspace.connections.count()).toBe(2);
  const answered = workspace.as(ANA).slash('collections', '/overdue');
  expect(await first.next()).toBe('first');
  await dying.stop();
  expect(await second.next()).toBe('second');
  await answered;
});

test('an app that is asked to reconnect, or is cut off, comes back', async () => {
  const workspace = await openWorkspace();
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    logger: silent,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
  });
  const app = new App({
    token: BOT_TOKEN,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: workspace.apiUrl },
  });
  const connected = createHearing<string>();
  receiver.client.on('connected', () => connected.note('connected'));
  await app.start();
  closeAfterTest(() => app.stop());
  await connected.next();
  workspace.connections.refresh();
  await connected.next();
  workspace.connections.cut();
  await connected.next();
  await workspace.until(() => workspace.connections.count() === 1);
  expect(workspace.connections.unacknowledged()).toBe(0);
});

interface EventFrame {
  readonly retry_attempt: number;
  readonly envelope_id: string;
}

function readFrame(bytes: RawData): EventFrame {
  return JSON.parse(Buffer.from(bytes as Buffer).toString()) as EventFrame;
}

/** A socket of a client that is not Bolt, after Slack's hello. */
async function openSocket(workspace: Workspace): Promise<{ socket: WebSocket; url: string }> {
  const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${APP_TOKEN}` },
  });
  const { url } = (await answer.json()) as { url: string };
  const socket = new WebSocket(url);
  const [hello] = (await once(socket, 'message')) as [Buffer];
  expect(JSON.parse(String(hello))).toMatchObject({ type: 'hello', connection_info: { app_id: 'A0APP' } });
  return { socket, url };
}

test('a ticket opens one socket', async () => {
  const workspace = await openWorkspace();
  const { url } = await openSocket(workspace);
  await expect(once(new WebSocket(url), 'open')).rejects.toThrow('404');
  expect(workspace.connections.count()).toBe(1);
});

test('a client that talks nonsense is cut off without harm', async () => {
  const workspace = await openWorkspace();
  const { socket } = await openSocket(workspace);
  socket.send('{nonsense');
  await once(socket, 'close');
  await workspace.until(() => workspace.connections.count() === 0);
  await expect(workspace.as(ANA).slash('collections', '/overdue')).rejects.toThrow('dispatch_failed');
});

test('an event that is not acknowledged is offered again, and says so', async () => {
  const workspace = await openWorkspace({ ackMs: 20 });
  const { socket } = await openSocket(workspace);
  const frames = createHearing<EventFrame>();
  socket.on('message', (bytes) => frames.note(readFrame(bytes)));
  await workspace.as(ANA).say('collections', 'hello?');
  const [first, second] = [await frames.next(), await frames.next()];
  expect([first.retry_attempt, second.retry_attempt]).toEqual([0, 1]);
  expect(second.envelope_id).toBe(first.envelope_id);
});
