import { randomBytes } from 'node:crypto';
import { createEngine, type Engine } from '../jobs/run.ts';
import { openQueues } from '../jobs/queues.ts';
import type { ChatPort } from './chat/port.ts';
import { connectSlack, type SlackConnection } from './chat/slack/receive.ts';
import type { Router } from './chat/router.ts';
import { createCourier } from './compose/courier.ts';
import { openDatabases, type Databases } from './compose/database.ts';
import { createDesk } from './compose/desk.ts';
import { type Local, startLocal } from './compose/local.ts';
import { lendClock } from './compose/lend-clock.ts';
import { localChannel, localTeam, localTeamOf } from './compose/local-team.ts';
import type { Config } from './config.ts';
import { DomainError } from './core/error.ts';
import { connectMail } from './letters/smtp.ts';
import { enrol, type Newcomer } from './services/member/enrol.ts';
import type { ClockInstrument } from './workspace/options.ts';
import type { Log, Office, WakeKind } from './services/ports.ts';
import { seenBefore } from './services/request/seen.ts';
import { lookOutWith } from './services/workspace/due.ts';
import { openWorkspace } from './services/workspace/open.ts';
import { chooseChannel } from './services/workspace/settings.ts';
import { createBusinessClock } from './compose/business-clock.ts';

export interface Dunwell {
  readonly workspaceId: number;
  readonly office: Office;
  readonly engine: Engine;
  /** Reads and moves the business clock. */
  readonly clock: ClockInstrument;
  /** Where people find it: the local workspace's page; nothing when a real platform is connected. */
  readonly pageUrl: string | undefined;
  readonly local: Local | undefined;
  readonly stop: () => Promise<void>;
}

/** What stories replace: the two clocks, and the platform's patience on a busy machine. */
export interface Surroundings {
  readonly machineNow: () => Date;
  readonly baseNow: () => Date;
  /** Milliseconds in which the local workspace wants an acknowledgement; Slack's by default. */
  readonly ackMs?: number;
}

const thisMachine: Surroundings = { machineNow: () => new Date(), baseNow: () => new Date() };

/** Wires everything and starts it. What was started is stopped again if a later part fails. */
export async function compose(
  config: Config,
  log: Log,
  around: Surroundings = thisMachine,
): Promise<Dunwell> {
  const stops: (() => Promise<void>)[] = [];
  const stop = onceOnly(async () => {
    for (const close of stops.reverse())
      await close().catch((error: unknown) => log.warn({ err: error }, 'a part did not stop cleanly'));
  });
  try {
    return await start(config, log, around, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  log: Log,
  around: Surroundings,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Dunwell> {
  const databases = await openDatabases(config, log);
  stops.push(databases.close);
  const clock = createBusinessClock(around.baseNow);
  const local =
    config.slack === undefined
      ? await startLocal({
          ...config,
          folder: config.dataFolder,
          zone: config.place.zone,
          now: clock.now,
          machineNow: around.machineNow,
          log,
          ...(around.ackMs === undefined ? {} : { ackMs: around.ackMs }),
        })
      : undefined;
  if (local !== undefined) stops.push(local.close);
  const queues = openQueues(
    config.redisUrl === undefined ? { postgresUrl: databases.appUrl } : { redisUrl: config.redisUrl },
    log,
  );
  stops.push(queues.close);
  const office = createOffice(databases, log, around, local !== undefined, queues.wake);
  let chat: ChatPort | undefined;
  let workspaceId = 0;
  const router = createDesk({
    office,
    workspaceOf: knownTeam(() => [slack.teamId, workspaceId]),
    chatOf: () => chat,
  });
  const slack = await connect(config, local, router, office, () => workspaceId);
  chat = slack.port;
  workspaceId = await settleIn(config, office, slack, local);
  await clock.follow(office, workspaceId);
  const courier = createCourier({ office, chatOf: () => chat, mailer: mailerOf(config, local) });
  const engine = createEngine(courier, queues, lookOutWith(office, databases.wakeDb));
  const instrument = lendClock(office, workspaceId, engine, clock);
  local?.workspace.setClock(instrument);
  await slack.start();
  stops.push(slack.stop);
  local?.workspace.setCommands(
    router.commands.map(({ name, summary, options }) => ({
      command: `/${name}`,
      description: summary,
      usageHint: options.map((option) => option.example).join(' | '),
    })),
  );
  await engine.start();
  return { workspaceId, office, engine, clock: instrument, pageUrl: local?.workspace.pageUrl, local, stop };
}

function createOffice(
  { db }: Databases,
  log: Log,
  { machineNow, baseNow }: Surroundings,
  movableClock: boolean,
  wake: (kind: WakeKind, workspaceId: number) => Promise<void>,
): Office {
  return {
    db,
    machineNow,
    baseNow,
    log,
    movableClock,
    token: () => randomBytes(12).toString('base64url'),
    // A lost wake costs one poll; it must not undo what was committed.
    wake: (kind, workspaceId) => {
      wake(kind, workspaceId).catch((error: unknown) =>
        log.warn({ err: error }, 'the queue could not be woken'),
      );
    },
  };
}

function connect(
  config: Config,
  local: Local | undefined,
  router: Router,
  office: Office,
  workspaceId: () => number,
): Promise<SlackConnection> {
  const seen = (key: string): Promise<boolean> => seenBefore(office, workspaceId(), key);
  const common = { router, log: office.log, seen };
  if (local !== undefined) {
    const { botToken, appToken, workspace } = local;
    return connectSlack({ ...common, botToken, appToken, apiUrl: workspace.apiUrl });
  }
  return connectSlack({ ...common, ...config.slack! });
}

/** Opens the team's workspace at first sight, with the people and the channel it can start with. */
async function settleIn(
  config: Config,
  office: Office,
  slack: SlackConnection,
  local: Local | undefined,
): Promise<number> {
  const name = local === undefined ? slack.teamId : localTeamOf.name;
  const id = await openWorkspace(office.db, {
    platform: 'slack',
    teamId: slack.teamId,
    name,
    ...config.place,
  });
  await enrol(office, id, local === undefined ? await admins(slack) : localPeople(config));
  if (local !== undefined) await chooseChannel(office, id, localChannel.id);
  return id;
}

function localPeople(config: Config): readonly Newcomer[] {
  return localTeam.map(({ id, name, roles }) => ({ userId: id, name, roles, zone: config.place.zone }));
}

/** On a real platform its admins come first, and name everybody else with /team. */
async function admins(slack: SlackConnection): Promise<readonly Newcomer[]> {
  const users = await slack.port.users();
  return users
    .filter((user) => user.isAdmin && !user.isBot && !user.deleted)
    .map((user) => ({
      userId: user.id,
      name: user.name,
      roles: ['admin'] as const,
      ...(user.timeZone === undefined ? {} : { zone: user.timeZone }),
    }));
}

function mailerOf(config: Config, local: Local | undefined) {
  if (config.mail !== undefined) return connectMail(config.mail);
  if (local === undefined) return undefined;
  return connectMail({
    url: `smtp://127.0.0.1:${local.mailbox.port}`,
    from: 'Collections <collections@local.test>',
  });
}

function knownTeam(known: () => readonly [string, number]) {
  return (teamId: string): number => {
    const [team, workspaceId] = known();
    if (team === teamId && workspaceId !== 0) return workspaceId;
    throw new DomainError('unavailable', 'Dunwell is still starting: try again in a moment.');
  };
}

function onceOnly(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
