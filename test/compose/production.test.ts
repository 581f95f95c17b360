import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compose, type Dunwell } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Log } from '../../src/services/ports.ts';
import { startMailbox } from '../../src/workspace/mailbox.ts';
import { startWorkspace } from '../../src/workspace/server.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { hasRedis, startRedis } from '../support/redis/redis.ts';
import { createActor } from '../support/story/actor.ts';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { say } from '../support/story/text.ts';

/** Dunwell as it runs in earnest: a chat platform, a database, a queue and a mail server of others, given by settings. */
describe.skipIf(!hasRedis())('connected to Slack, Postgres, Redis and a mail server', async () => {
  const slack = await slackTeam();
  const redis = await startRedis();
  const settings = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.workspace.apiUrl.replace(/\/$/, ''),
    DATABASE_URL: (await freshDatabase()).ownerUrl,
    REDIS_URL: redis.url,
    SMTP_URL: `smtp://127.0.0.1:${slack.mailbox.port}`,
    MAIL_FROM: 'Dunwell GmbH <accounts@dunwell.test>',
    DUNWELL_COUNTRY: 'DE',
    DUNWELL_ZONE: 'Europe/Berlin',
    DUNWELL_DATE_ORDER: 'DMY',
  };
  const running: Dunwell[] = [];
  afterAll(() => Promise.all(running.map((dunwell) => dunwell.stop())));
  const start = async (): Promise<Dunwell> => {
    const dunwell = await compose(readConfig(settings), quiet, { machineNow: () => now, baseNow: () => now });
    running.push(dunwell);
    return dunwell;
  };
  const first = await start();
  const settle = (): Promise<void> => running.at(-1)!.engine.drain(first.workspaceId);
  const [ada, rita, fiona] = ['U1ADA', 'U1RITA', 'U1FIONA'].map((user) =>
    createActor(slack.workspace, user, settle),
  ) as [ReturnType<typeof createActor>, ReturnType<typeof createActor>, ReturnType<typeof createActor>];

  it('opens no local workspace beside the platform', () => {
    expect(first.local).toBeUndefined();
  });

  it('names the token that Slack refuses, and says when Slack does not answer', async () => {
    const startWith = (wrong: Record<string, string>) =>
      compose(readConfig({ ...settings, ...wrong }), quiet, { machineNow: () => now, baseNow: () => now });
    await expect(startWith({ SLACK_BOT_TOKEN: 'xoxb-wrong' })).rejects.toThrow(
      'Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy the token from the app\'s page "OAuth & Permissions" again.',
    );
    await expect(startWith({ SLACK_APP_TOKEN: 'xapp-wrong' })).rejects.toThrow(
      'Slack refuses SLACK_APP_TOKEN (invalid_auth)',
    );
    await expect(startWith({ SLACK_API_URL: 'http://127.0.0.1:9/api/' })).rejects.toThrow(
      'Slack does not answer (no_answer)',
    );
  });

  it('knows the platform’s admins only, who name the others and the channel', async () => {
    expect(await rita.slash('/calls')).toContain('does not know you here yet');
    for (const [user, name, role] of [
      ['U1RITA', 'Rita', 'rep'],
      ['U1FIONA', 'Fiona', 'finance'],
    ] as const) {
      await ada.slash('/team');
      await ada.pressForm(ada.sees('Team'), 'Add person');
      await ada.submit({ Person: user, Name: name, Roles: [role] });
    }
    await ada.pressForm(ada.sees('Team'), 'Settings');
    await ada.submit({ 'Team channel': '<#C1MONEY>' });
    expect(await rita.slash('/calls')).toContain('All done');
  });

  it('takes a file, posts its cases in the team’s channel and calls the owner, by the queue in Redis', async () => {
    const row = { customer: '7', name: 'Lagerhaus Nord', issued: '2026-10-01', due: '2026-10-20' };
    const content = openItemsFile([
      { ...row, invoice: 'R-1', amount: '12400.00', mail: 'ap@lagerhaus.test' },
    ]);
    await importFile(
      { workspace: slack.workspace, settle },
      fiona,
      { name: 'items.csv', content },
      { 'As of': '2026-11-23' },
    );
    await ada.slash('/assign Lagerhaus to <@U1RITA>');
    expect(say(rita.sees('€12,400.00 overdue'))).toContain('Lagerhaus Nord');
  });

  it('goes on when Redis comes back empty, and when one of two processes ends', async () => {
    await redis.kill();
    await redis.start();
    const second = await start();
    await running.shift()?.stop();
    expect(await rita.slash('/promise Lagerhaus 400 fri')).toContain('€400.00');
    expect(second.workspaceId).toBe(first.workspaceId);
  });

  it('sends letters through the mail server, from the address given, once they are let out', async () => {
    expect(slack.mailbox.mails()).toEqual([]);
    await ada.slash('/team');
    await ada.press(ada.sees('Team'), 'Let letters out');
    await ada.press(ada.sees('Later ones go out'), 'Let them out');
    now = new Date('2026-11-24T13:00:00Z');
    await settle();
    expect(slack.mailbox.mails()).toMatchObject([
      { from: '"Dunwell GmbH" <accounts@dunwell.test>', to: ['ap@lagerhaus.test'] },
    ]);
  });
});

let now = new Date('2026-11-24T09:00:00Z');
const [botToken, appToken] = ['xoxb-1-production', 'xapp-1-production'];
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Somebody else's Slack team with an app installed from the README's manifest. */
async function slackTeam() {
  const storeFolder = mkdtempSync(join(tmpdir(), 'dunwell-slack-'));
  const mailbox = await startMailbox({ port: 0, storeFolder, now: () => now });
  const user = (id: string, name: string, isAdmin: boolean) => ({
    id,
    name,
    title: '',
    isAdmin,
    timeZone: 'Europe/Berlin',
  });
  const workspace = await startWorkspace({
    port: 0,
    pageToken: 'page',
    botToken,
    appToken,
    team: { id: 'T1FIRM', name: 'The firm' },
    users: [user('U1ADA', 'Ada', true), user('U1RITA', 'Rita', false), user('U1FIONA', 'Fiona', false)],
    bot: { userId: 'U1DUNWELL', name: 'Dunwell', appId: 'A1DUNWELL', botId: 'B1DUNWELL' },
    channels: [{ id: 'C1MONEY', name: 'collections' }],
    commands: commandsOfTheManifest(),
    machineNow: () => now,
    now: () => now,
    ackMs: 30_000,
  });
  afterAll(async () => {
    await workspace.close();
    await mailbox.close();
    rmSync(storeFolder, { recursive: true, force: true });
  });
  return { workspace, mailbox };
}

function commandsOfTheManifest() {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const manifest = parse(/```yaml\n([^]*?)```/.exec(readme)?.[1] ?? '') as {
    readonly features: { readonly slash_commands: readonly { command: string; description: string }[] };
  };
  return manifest.features.slash_commands.map((command) => ({ ...command, usageHint: '' }));
}
