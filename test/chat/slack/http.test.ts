import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connectSlack, type SlackOptions } from '../../../src/chat/slack/receive.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { cardOf } from '../minted.ts';
import { routerOver, silentLog } from '../stage.ts';
import { ANA, BOT_TOKEN, CHANNEL, closeAfterTest, openWorkspace, remembering, visitor } from './stage.ts';

const SECRET = 'a-signing-secret';
const MINUTE = 60;

describe('a request over HTTP', () => {
  it('with a fresh signature is acknowledged and answered', async () => {
    const { workspace, send } = await openDoor();
    expect((await send(slash('trigger-1', workspace.url))).status).toBe(200);
    const ana = visitor(workspace, ANA);
    expect(await workspace.until(() => ana.read(CHANNEL)[0])).toMatchObject({
      words: 'run 1',
      private: true,
    });
  });

  it('that is replayed is run once, whichever process it comes to', async () => {
    const seen = remembering();
    const first = await openDoor(seen);
    const second = await openDoor(seen, first.workspace);
    const { url } = first.workspace;
    const request = slash('trigger-1', url);
    const headers = signed(request);
    const statuses = [
      await first.send(request, headers),
      await first.send(request, headers),
      await second.send(request, headers),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);
    await first.send(slash('trigger-2', url));
    const ana = visitor(first.workspace, ANA);
    await first.workspace.until(() => ana.read(CHANNEL).length === 2);
    expect(ana.read(CHANNEL).map(({ words }) => words)).toEqual(['run 1', 'run 2']);
    expect(second.runs()).toBe(0);
  });

  it.each([
    ['is six minutes old', () => signed(slash('t'), -6 * MINUTE)],
    ['was signed with another secret', () => signed(slash('t'), 0, 'another')],
    ['was signed for another body', () => signed(slash('other'))],
    ['is not signed', () => ({})],
  ])('that %s is refused and runs nothing', async (_, headers) => {
    const { send, runs } = await openDoor();
    expect((await send(slash('t'), headers())).status).toBe(401);
    expect(runs()).toBe(0);
  });

  it('for another address is none of ours', async () => {
    const { address } = await openDoor();
    expect((await fetch(`${address}/anything`, { method: 'POST' })).status).toBe(404);
  });
});

it('stopping before having started is no error', async () => {
  const workspace = await openWorkspace();
  const { stop } = await connectSlack({
    ...optionsFor(workspace),
    router: routerOver([]),
    seen: remembering(),
  });
  await expect(stop()).resolves.toBeUndefined();
});

/** A connection that takes requests over HTTP and speaks to a workspace. */
async function openDoor(seen: SlackOptions['seen'] = remembering(), given?: Workspace) {
  const workspace = given ?? (await openWorkspace());
  let runs = 0;
  const router = routerOver([
    {
      name: 'desk',
      summary: 'Test the desk',
      options: [],
      plan: () => ({ kind: 'reply', visibility: 'private' }),
      run: () => {
        runs += 1;
        return Promise.resolve({ kind: 'card', card: cardOf({ kind: 'text', text: `run ${runs}` }) });
      },
      presses: {},
      submissions: {},
    },
  ]);
  const connection = await connectSlack({ ...optionsFor(workspace), router, seen });
  const { port } = await connection.start();
  closeAfterTest(connection.stop);
  const address = `http://127.0.0.1:${port ?? 0}`;
  const send = (body: string, headers: Readonly<Record<string, string>> = signed(body)) =>
    fetch(`${address}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  return { workspace, address, send, runs: () => runs };
}

function optionsFor(workspace: Workspace) {
  return { botToken: BOT_TOKEN, signingSecret: SECRET, port: 0, apiUrl: workspace.apiUrl, log: silentLog };
}

/** A slash command without a working response_url, so that its answer comes over the Web API. */
function slash(trigger: string, url = 'http://127.0.0.1'): string {
  return new URLSearchParams({
    command: '/desk',
    text: '',
    team_id: 'T0TEAM',
    channel_id: CHANNEL,
    user_id: ANA,
    trigger_id: trigger,
    response_url: `${url}/response/unknown`,
  }).toString();
}

function signed(body: string, ageSeconds = 0, secret = SECRET): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000) + ageSeconds);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}
