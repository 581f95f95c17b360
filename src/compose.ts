import { createEngine, type Engine } from '../jobs/run.ts';
import { nobody, openQueues, type Queues, type QueueStore } from '../jobs/queues.ts';
import { createBusinessClock } from './compose/business-clock.ts';
import { connectChat } from './compose/chat.ts';
import { type Closing, collectClosing } from './compose/closing.ts';
import { createCourier } from './compose/courier.ts';
import { openDatabases } from './compose/database.ts';
import { lendClock } from './compose/lend-clock.ts';
import { type Local, startLocal } from './compose/local.ts';
import { createOffice, type Surroundings, thisMachine } from './compose/office.ts';
import { connectWebhook } from './compose/webhook/connect.ts';
import { portRefusal, slackRefusal } from './compose/refusals.ts';
import type { Config } from './config.ts';
import type { Router } from './chat/router.ts';
import { connectMail } from './letters/smtp.ts';
import { auditSoon } from './services/auditor/due.ts';
import type { Log, Office } from './services/ports.ts';
import { introduceHolds } from './services/hold-news/introduce.ts';
import { endAbandonedClaims } from './services/outbox/claim.ts';
import { lookOutWith } from './services/workspace/due.ts';
import type { Shortcut, SlashCommand } from './workspace/api.ts';
import type { ClockInstrument } from './workspace/options.ts';

export interface Dunwell {
  readonly workspaceId: number;
  readonly office: Office;
  readonly engine: Engine;
  /** Reads and moves the business clock. */
  readonly clock: ClockInstrument;
  /** The workspace that stands in for a chat platform; nothing when a real one is connected. */
  readonly local: Local | undefined;
  readonly stop: () => Promise<void>;
}

/** The database is closed last and with patience: one that is left running is in nobody's hands. */
const databasePatienceMs = 12_000;

/** Wires everything and starts it. What was started is stopped again if a later part fails. */
export async function compose(
  config: Config,
  log: Log,
  around: Surroundings = thisMachine,
): Promise<Dunwell> {
  const closing = collectClosing(log);
  try {
    return { ...(await start(config, log, around, closing)), stop: closing.now };
  } catch (error) {
    await closing.now();
    throw error;
  }
}

async function start(
  config: Config,
  log: Log,
  around: Surroundings,
  closing: Closing,
): Promise<Omit<Dunwell, 'stop'>> {
  const { db, wakeDb, appUrl, close } = await openDatabases(config, log);
  closing.later(close, databasePatienceMs);
  const clock = createBusinessClock(around.baseNow);
  const local = config.slack === undefined ? await openLocal(config, log, around, clock.now) : undefined;
  if (local !== undefined) closing.later(local.close);
  const queues = around.byHand === true ? nobody : await openQueues(storeOf(config, appUrl), log);
  closing.later(queues.close);
  const { holdWebhook } = config;
  const office = createOffice({
    db,
    log,
    around,
    movableClock: local !== undefined,
    wake: queues.wake,
    ...(holdWebhook === undefined ? {} : { holdsHeardAt: new URL(holdWebhook.url).host }),
  });
  const { workspaceId, router, slack, chatOf } = await connectChat(config, office, local);
  await clock.follow(office, workspaceId);
  await auditSoon(office, workspaceId);
  const announcer =
    holdWebhook &&
    connectWebhook({ ...holdWebhook, now: around.machineNow, patienceMs: around.webhookPatienceMs });
  const courier = createCourier({ office, chatOf, mailer: mailerOf(config, local), clock, announcer });
  const engine = createEngine(courier, queues, lookOutWith(office, wakeDb));
  if (config.database === 'embedded') await clearAway(office, workspaceId, queues);
  await introduceHolds(office, workspaceId);
  const instrument = lendClock(office, workspaceId, engine, clock);
  local?.workspace.setClock(instrument);
  local?.workspace.setCommands(slashCommands(router));
  local?.workspace.setShortcuts(shortcutsOf(router));
  await slack.start().catch((error: unknown) => {
    throw portRefusal(slackRefusal(error, 'SLACK_APP_TOKEN'), 'SLACK_PORT');
  });
  closing.later(slack.stop);
  closing.later(engine.stop);
  await engine.start();
  return { workspaceId, office, engine, clock: instrument, local };
}

const storeOf = ({ redisUrl }: Config, postgresUrl: string): QueueStore =>
  redisUrl === undefined ? { postgresUrl } : { redisUrl };

/**
 * A data folder has one Dunwell at a time, so what is marked as being done at its start is what a killed one was at:
 * it is free at once, instead of when its leases run out.
 */
async function clearAway(office: Office, workspaceId: number, queues: Queues): Promise<void> {
  await queues.wipe();
  await endAbandonedClaims(office, workspaceId);
}

function openLocal(config: Config, log: Log, around: Surroundings, now: () => Date): Promise<Local> {
  const { dataFolder: folder, port, place } = config;
  return startLocal({ ...around, folder, port, zone: place.zone, now, log });
}

function slashCommands({ commands }: Router): readonly SlashCommand[] {
  return commands.map(({ name, summary, options }) => ({
    command: `/${name}`,
    description: summary,
    usageHint: options.map(({ example }) => example).join(' | '),
  }));
}

function shortcutsOf({ shortcuts }: Router): readonly Shortcut[] {
  return shortcuts.map(({ name, label, on }) => ({ callbackId: name, name: label, on }));
}

/** Without a mail server the local workspace's mailbox takes the letters, which delivers to nobody. */
function mailerOf({ mail }: Config, local: Local | undefined) {
  if (mail !== undefined) return connectMail(mail);
  if (local === undefined) return undefined;
  return connectMail({
    url: `smtp://127.0.0.1:${local.mailbox.port}`,
    from: 'Collections <collections@local.test>',
  });
}
