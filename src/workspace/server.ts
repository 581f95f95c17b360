import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Shortcut, SlashCommand } from './api.ts';
import { createEvents } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { answer } from './http/answering.ts';
import { createSockets } from './http/sockets.ts';
import { mintId } from './ids.ts';
import { createResponseUrls } from './interactions/response-urls.ts';
import { createTriggers } from './interactions/triggers.ts';
import { createViews } from './interactions/views.ts';
import { LIMITS } from './limits.ts';
import type { Mailbox } from './mailbox.ts';
import type { ClockInstrument, WorkspaceOptions } from './options.ts';
import { directChannelId } from './people.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { createPerson, type Person } from './person.ts';
import type { Site } from './site.ts';
import { createConnections, type Connections } from './socket/connections.ts';
import type { ChannelRecord } from './store/records.ts';
import { openStore } from './store/store.ts';
import { until, type UntilOptions } from './until.ts';
import { createUploads } from './web-api/uploads.ts';
import { deactivate } from './web-api/users.ts';

export type { Bot, ClockInstrument, Team, WorkspaceOptions, WorkspaceUser } from './options.ts';

export interface Workspace {
  /** http://127.0.0.1:port */
  readonly url: string;
  /** For the SDK's `slackApiUrl`. */
  readonly apiUrl: string;
  /** The link that opens the page: it carries the start-up token. */
  readonly pageUrl: string;
  /** What the composer completes, and what the workspace accepts. */
  readonly setCommands: (commands: readonly SlashCommand[]) => void;
  /** What the menu of a message offers, and what the workspace accepts. */
  readonly setShortcuts: (shortcuts: readonly Shortcut[]) => void;
  readonly setClock: (clock: ClockInstrument) => void;
  /** Shows a mailbox on the page. */
  readonly setMailbox: (mailbox: Mailbox) => void;
  readonly as: (userId: string) => Person;
  /** Resolves with the first truthy answer, asked again after every event; fails with what is there. */
  readonly until: <Value>(ask: () => Value, options?: UntilOptions) => Promise<NonNullable<Value>>;
  /** Closes somebody's account, as an administrator of the platform does; the app is told. */
  readonly deactivate: (userId: string) => void;
  readonly fault: Faults;
  /** Everybody called in any message, oldest first: user ids, `here`, `channel`, `everyone`. */
  readonly mentions: () => readonly Mention[];
  /** The app's Socket Mode connections. */
  readonly connections: Pick<Connections, 'count' | 'unacknowledged' | 'refresh' | 'cut'>;
  readonly close: () => Promise<void>;
}

/** Starts a workspace on 127.0.0.1. Rejects when the port is taken or the store is damaged. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const server = createServer();
  const site = createSite(options, () => urlOf(server));
  createChannels(site);
  const sockets = createSockets(site);
  server.on('request', (request, response) => void answer(site, request, response));
  server.on('upgrade', sockets.upgrade);
  await listen(server, options.port);
  const url = urlOf(server);
  const people = new Map<string, Person>();
  let stopMail = (): void => undefined;
  return {
    url,
    apiUrl: `${url}/api/`,
    pageUrl: `${url}/?token=${encodeURIComponent(options.pageToken)}`,
    setCommands: (commands) => void (site.lent.commands = commands),
    setShortcuts: (shortcuts) => void (site.lent.shortcuts = shortcuts),
    setClock: (clock) => void (site.lent.clock = clock),
    setMailbox: (mailbox) => {
      stopMail();
      site.lent.mailbox = mailbox;
      stopMail = mailbox.onMail((mail) => site.events.emit({ type: 'mail', mail }));
    },
    as: (userId) => {
      const person = people.get(userId) ?? createPerson(site, userId);
      people.set(userId, person);
      return person;
    },
    deactivate: (userId) => deactivate(site, userId),
    mentions: () => mentionsIn(site),
    until: (ask, settings) => until(site, ask, settings),
    fault: site.faults,
    connections: site.connections,
    close: onceOnly(async () => {
      stopMail();
      site.connections.close();
      await sockets.close();
      await closeServer(server);
      site.store.close();
    }),
  };
}

/** Closing twice is closing once. */
function onceOnly(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= close());
}

function createSite(options: WorkspaceOptions, url: () => string): Site {
  const machineNow = options.machineNow ?? (() => new Date());
  const log = options.log ?? (() => undefined);
  const events = createEvents();
  return {
    options,
    store: openStore(options.storeFolder),
    events,
    connections: createConnections({
      appId: options.bot.appId,
      ackMs: options.ackMs ?? LIMITS.ackMs,
      onChange: (connected) => events.emit({ type: 'bot', connected }),
      log,
    }),
    triggers: createTriggers(machineNow),
    responseUrls: createResponseUrls(machineNow),
    views: createViews(events),
    uploads: createUploads(),
    faults: createFaults(),
    deactivated: new Set(),
    now: options.now ?? (() => new Date()),
    machineNow,
    log,
    url,
    lent: {
      commands: options.commands,
      shortcuts: options.shortcuts ?? [],
      ...(options.clock ? { clock: options.clock } : {}),
    },
  };
}

/** The channels asked for and a direct message with each person, unless the store has them already. */
function createChannels(site: Site): void {
  const { users, bot, channels } = site.options;
  const everybody = users.map(({ id }) => id);
  const known = [...site.store.state.channels.values()];
  const wanted: readonly ChannelRecord[] = [
    ...channels.map(({ id, name, withoutBot }) => ({
      id:
        id ?? known.find((channel) => channel.kind === 'channel' && channel.name === name)?.id ?? mintId('C'),
      name,
      kind: 'channel' as const,
      members: withoutBot ? everybody : [...everybody, bot.userId],
    })),
    ...users.map(({ id }) => ({
      id: directChannelId(id),
      name: bot.name,
      kind: 'im' as const,
      members: [id, bot.userId],
    })),
  ];
  for (const channel of wanted)
    if (!site.store.state.channels.has(channel.id)) site.store.commit({ type: 'channel', channel });
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
