import { App, type Logger, LogLevel } from '@slack/bolt';
import { afterEach } from 'vitest';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../../src/workspace/server.ts';

export const ANA = 'U0ANA';
export const BEN = 'U0BEN';
export const CHANNEL = 'C0COLLECT';
export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';
export const PAGE_TOKEN = 'a-token-for-the-page';

/** A workspace with two people and one channel, and what a test starts in it, all closed after the test. */
export interface Office {
  readonly workspace: Workspace;
  readonly app: App;
}

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export function closeAfterTest(close: () => Promise<unknown>): void {
  closing.push(close);
}

export async function openWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await startWorkspace({
    port: 0,
    pageToken: PAGE_TOKEN,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    team: { id: 'T0TEAM', name: 'Lagerhaus AG' },
    users: [
      { id: ANA, name: 'Ana', title: 'rep', timeZone: 'Europe/Riga', isAdmin: false },
      { id: BEN, name: 'Ben Lead', title: 'lead', timeZone: 'Europe/Berlin', isAdmin: true },
    ],
    bot: { userId: 'U0BOT', name: 'Dunwell', appId: 'A0APP', botId: 'B0BOT' },
    channels: [{ id: CHANNEL, name: 'collections' }],
    commands: [{ command: '/overdue', description: 'What is overdue', usageHint: '[customer]' }],
    // A busy machine must not expire triggers and acknowledgements that no test is about.
    ackMs: 10_000,
    machineNow: () => new Date('2026-11-22T10:00:00Z'),
    ...options,
  });
  closeAfterTest(workspace.close);
  return workspace;
}

/** Refusals are what these tests are about; the SDK would print each. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};

/** The real Bolt, over Socket Mode; listeners are added by `listen` before it connects. */
export async function connectApp(
  workspace: Workspace,
  listen: (app: App) => void = () => undefined,
): Promise<App> {
  const app = new App({
    token: BOT_TOKEN,
    appToken: APP_TOKEN,
    socketMode: true,
    logger: silent,
    clientOptions: {
      slackApiUrl: workspace.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  listen(app);
  await app.start();
  closeAfterTest(() => app.stop());
  return app;
}

export async function openOffice(
  listen: (app: App) => void = () => undefined,
  options: Partial<WorkspaceOptions> = {},
): Promise<Office> {
  const workspace = await openWorkspace(options);
  return { workspace, app: await connectApp(workspace, listen) };
}
