import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../services/ports.ts';
import { type Mailbox, startMailbox } from '../workspace/mailbox.ts';
import { startWorkspace, type Workspace } from '../workspace/server.ts';
import { portRefusal } from './refusals.ts';
import { localBot, localChannel, localTeam, localTeamOf } from './local-team.ts';

export interface LocalOptions {
  readonly port: number;
  readonly folder: string;
  readonly zone: string;
  /** Stamps messages and mails: the business clock. */
  readonly now: () => Date;
  readonly machineNow: () => Date;
  readonly ackMs?: number;
  readonly log: Log;
}

export interface Local {
  readonly workspace: Workspace;
  readonly mailbox: Mailbox;
  readonly botToken: string;
  readonly appToken: string;
  readonly close: () => Promise<void>;
}

/** Starts the workspace that stands in for Slack, and a mail server that delivers to nobody. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const { port, folder, zone, now, machineNow, ackMs, log } = options;
  const storeFolder = join(folder, 'workspace');
  mkdirSync(storeFolder, { recursive: true, mode: 0o700 });
  const secret = keptSecret(join(storeFolder, 'secret'));
  const botToken = `xoxb-${secret}`;
  const appToken = `xapp-${secret}`;
  const workspace = await startWorkspace({
    port,
    pageToken: secret,
    botToken,
    appToken,
    team: localTeamOf,
    users: localTeam.map(({ id, name, title, isAdmin }) => ({ id, name, title, isAdmin, timeZone: zone })),
    bot: localBot,
    channels: [localChannel],
    commands: [],
    storeFolder,
    now,
    machineNow,
    ...(ackMs === undefined ? {} : { ackMs }),
    log: (line) => log.warn({}, line),
    ...pageFolder(),
  }).catch((error: unknown) => {
    throw portRefusal(error, 'PORT');
  });
  const mailbox = await startMailbox({ port: 0, storeFolder, now });
  workspace.setMailbox(mailbox);
  return {
    workspace,
    mailbox,
    botToken,
    appToken,
    close: async () => {
      await workspace.close();
      await mailbox.close();
    },
  };
}

/** One secret for the page's link and the app's tokens; it outlives restarts, so that an open page stays signed in. */
function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** The built page lies beside the built server; when the source itself runs (tests), in the build's folder. */
function pageFolder(): { readonly pageFolder?: string } {
  const places = ['../workspace/page/', '../../dist/src/workspace/page/'];
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((folder) => existsSync(join(folder, 'assets')) && existsSync(join(folder, 'index.html')));
  return found === undefined ? {} : { pageFolder: found };
}
