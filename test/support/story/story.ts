import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect } from 'vitest';
import { compose, type Dunwell } from '../../../src/compose.ts';
import type { Config } from '../../../src/config.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { instantAt } from '../../../src/core/calendar/zone.ts';
import type { Log } from '../../../src/services/ports.ts';
import type { Mail, Message } from '../../../src/workspace/api.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { announceFor } from '../postgres/announce-for.ts';
import { freshDatabase } from '../postgres/freshDatabase.ts';
import { createActor, type Actor } from './actor.ts';
import { foundByAuditor } from './healthy.ts';
import { say } from './text.ts';

export interface StoryOptions {
  /** The business clock at the start, in the workspace's zone: `2026-11-02 08:00`. */
  readonly start: string;
  readonly place?: Partial<Config['place']>;
  readonly redisUrl?: string;
  /** Minutes for which letters stand announced; left out: they just go. */
  readonly noticeMinutes?: number;
  /** Who is told of holds. */
  readonly holdWebhook?: Config['holdWebhook'];
  /** What the story breaks on purpose, for which the auditor is right to find something; left out: it may find nothing. */
  readonly breaks?: string;
}

/** Dunwell with everything real but the clocks, and people who use it through the chat server. */
export interface Story {
  readonly dunwell: Dunwell;
  /** The database as its owner, for what no command can do. */
  readonly ownerUrl: string;
  /** The database as Dunwell itself connects to it. */
  readonly appUrl: string;
  readonly workspace: Workspace;
  readonly rita: Actor;
  readonly tom: Actor;
  readonly lena: Actor;
  readonly max: Actor;
  readonly mona: Actor;
  readonly fiona: Actor;
  readonly ada: Actor;
  readonly leo: Actor;
  /** Moves the business clock, stopping at every due moment on the way. */
  readonly moveTo: (time: string) => Promise<void>;
  /** Time passes while Dunwell is down: nothing is looked at until then, and then all that is due is done and delivered. */
  readonly comeBackAt: (time: string) => Promise<void>;
  /** Everything that is due now is done and delivered. */
  readonly settle: () => Promise<void>;
  /** What stands in the team's channel, top level, as text. */
  readonly channel: () => readonly string[];
  /** The case's card in the channel. */
  readonly caseCard: (customer: string) => Message | undefined;
  /** The thread of the case's card in the channel, its card first. */
  readonly thread: (customer: string) => readonly string[];
  readonly mails: () => readonly Mail[];
  /** Lets the machine clock go on, which rules back-off, and does what is due then. The business clock stays. */
  readonly wait: (seconds: number) => Promise<void>;
}

const quiet: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields, message) => void process.stderr.write(`${message} ${inspect(fields)}\n`),
};

/** A busy machine must not run into the platform's patience. */
const ackMs = 30_000;

/** A receiver that says nothing is waited for in real time. */
const webhookPatienceMs = 2_500;

/** Starts Dunwell on a database of its own. Call it at the top of a test file; it is stopped when the file is done. */
export async function startStory({
  start,
  place,
  redisUrl,
  noticeMinutes = 0,
  holdWebhook,
  breaks,
}: StoryOptions): Promise<Story> {
  const database = await freshDatabase();
  if (noticeMinutes > 0) await announceFor(database.ownerUrl, noticeMinutes);
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-story-'));
  const { country = 'DE', zone = 'Europe/Berlin', dateOrder = 'DMY' } = place ?? {};
  const config: Config = {
    dataFolder: folder,
    port: 0,
    logLevel: 'error',
    database,
    place: { country, zone, dateOrder },
    ...(redisUrl === undefined ? {} : { redisUrl }),
    ...(holdWebhook === undefined ? {} : { holdWebhook }),
  };
  const instant = (time: string): Date => {
    const [day = '', hour = ''] = time.split(' ');
    return instantAt(zone, businessDate(day), hour);
  };
  let base = instant(start);
  let waited = 0;
  const machineNow = (): Date => new Date(base.getTime() + waited * 1000);
  const dunwell = await compose(config, quiet, { machineNow, baseNow: () => base, ackMs, webhookPatienceMs });
  afterAll(async () => {
    const found = breaks === undefined ? await foundByAuditor(dunwell) : [];
    await dunwell.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(found.join('\n'), 'what the auditor found').toBe('');
  });
  const { workspace, mailbox } = dunwell.local!;
  const settle = (): Promise<void> => dunwell.engine.drain(dunwell.workspaceId);
  const actor = (userId: string): Actor => createActor(workspace, userId, settle);
  const ada = actor('U0ADA');
  // Private answers may name the customer before the card does.
  const caseCard = (customer: string): Message | undefined =>
    ada.person
      .messages('collections')
      .find((message) => message.onlyFor === undefined && say(message).includes(customer));
  return {
    dunwell,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    workspace,
    ada,
    rita: actor('U0RITA'),
    tom: actor('U0TOM'),
    lena: actor('U0LENA'),
    max: actor('U0MAX'),
    mona: actor('U0MONA'),
    fiona: actor('U0FIONA'),
    leo: actor('U0LEO'),
    settle,
    comeBackAt: async (time) => {
      base = new Date(
        base.getTime() + instant(time).getTime() - new Date((await dunwell.clock.read()).now).getTime(),
      );
      await settle();
    },
    moveTo: async (time) => {
      await dunwell.clock.step({ to: instant(time).toISOString() });
    },
    channel: () =>
      ada.person
        .messages('collections')
        .filter((message) => message.onlyFor === undefined)
        .map(say),
    caseCard,
    thread: (customer) => {
      const card = caseCard(customer);
      return card === undefined ? [] : ada.person.messages('collections', { thread: card.ts }).map(say);
    },
    mails: () => mailbox.mails(),
    wait: async (seconds) => {
      waited += seconds;
      await settle();
    },
  };
}
