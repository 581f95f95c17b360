import { describe, expect, it } from 'vitest';
import type { ChatLog } from '../../../../src/chat/log.ts';
import { connectSlack } from '../../../../src/chat/slack/receive.ts';
import { cardOf, press } from '../../minted.ts';
import { gated, silentLog } from '../../stage.ts';
import {
  ANA,
  APP_TOKEN,
  BOT_TOKEN,
  CHANNEL,
  connect,
  openWorkspace,
  remembering,
  visitor,
} from '../stage.ts';
import { deskRouter, said } from './desk.ts';

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

/** Everything an error would tell a log, its causes included. */
function described(value: unknown): string {
  if (!(value instanceof Error)) return JSON.stringify(value);
  return `${value.stack} ${JSON.stringify(value)} ${value.cause === undefined ? '' : described(value.cause)}`;
}
