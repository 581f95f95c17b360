import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Courier } from '../../jobs/courier.ts';
import { deliver } from '../../jobs/deliver.ts';
import { connectChat } from '../../src/compose/chat.ts';
import { createCourier } from '../../src/compose/courier.ts';
import { startLocal } from '../../src/compose/local.ts';
import { connectMail } from '../../src/letters/smtp.ts';
import { roster } from '../../src/services/member/roster.ts';
import { channelStream, enqueueOne } from '../../src/services/outbox/enqueue.ts';
import type { Actor, Office } from '../../src/services/ports.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import type { Mail, Message } from '../../src/workspace/api.ts';
import type { Workspace } from '../../src/workspace/server.ts';
import { makeOffice, type TestOffice } from '../support/office.ts';
import { type FreshDatabase, freshDatabase } from '../support/postgres/freshDatabase.ts';
import { say } from '../support/story/text.ts';

type FirstName = 'Ada' | 'Rita' | 'Tom' | 'Lena' | 'Max' | 'Mona' | 'Fiona';

/** The outbox and what it sends through, chat server and mail server; nothing is sent but by the test. */
export interface Stage {
  readonly database: FreshDatabase;
  readonly office: TestOffice;
  readonly workspaceId: number;
  readonly workspace: Workspace;
  readonly courier: Courier;
  /** Who acts, by first name. */
  readonly people: Readonly<Record<FirstName, Actor>>;
  readonly look: <T>(at: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Writes a message of these words to the outbox: into the channel, or into another stream. */
  readonly write: (words: string, stream?: string, parentId?: number) => Promise<number>;
  /** Sends all that can be sent now. */
  readonly send: () => Promise<void>;
  /** Lets both clocks run on. */
  readonly pass: (seconds: number) => void;
  /** The channel's messages, top level, in the order in which the server has them. */
  readonly channel: () => readonly string[];
  /** What stands under the channel's message with this text. */
  readonly thread: (text: string) => readonly string[];
  readonly inbox: (userId: string) => readonly string[];
  readonly mails: () => readonly Mail[];
}

export interface StageOptions {
  /** Where mails go instead of into the local mailbox. */
  readonly smtpUrl?: string;
  readonly office?: Partial<Office>;
}

/** Monday, ten o'clock in Berlin. */
const start = new Date('2026-11-23T09:00:00Z');
const place = { country: 'DE', zone: 'Europe/Berlin', dateOrder: 'DMY' } as const;

/** Call it at the top of a test file. */
export async function openStage({ smtpUrl, office: changes }: StageOptions = {}): Promise<Stage> {
  const database = await freshDatabase();
  const office = makeOffice(database.appUrl, changes);
  office.now = start;
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-stage-'));
  const now = (): Date => office.now;
  const local = await startLocal({
    folder,
    port: 0,
    zone: place.zone,
    now,
    machineNow: now,
    log: office.log,
  });
  afterAll(async () => {
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const config = { dataFolder: folder, port: 0, logLevel: 'error', database, place };
  const { workspaceId, chatOf } = await connectChat(config, office, local);
  const url = smtpUrl ?? `smtp://127.0.0.1:${local.mailbox.port}`;
  const mailer = connectMail({ url, from: 'us@team.example' });
  const courier = createCourier({ office, chatOf, mailer, clock: { saw: () => undefined } });
  const people = await peopleOf(office, workspaceId);
  const look: Stage['look'] = (at) => within(office, workspaceId, at);
  const { workspace } = local;
  const reader = workspace.as('U0ADA');
  const channel = (): readonly Message[] =>
    workspace
      .as('U0ADA')
      .messages('collections')
      .filter(({ onlyFor }) => onlyFor === undefined);
  return {
    database,
    office,
    workspaceId,
    workspace,
    courier,
    people,
    look,
    write: (words, stream = channelStream, parentId) =>
      look((scope) =>
        enqueueOne(scope, {
          stream,
          class: 'durable',
          notice: { kind: 'raised', caseId: 0, memberId: 0, step: 'a step', reason: words },
          ...(parentId === undefined ? {} : { parentId }),
        }),
      ),
    send: async () => {
      while (await deliver(courier, workspaceId));
    },
    pass: (seconds) => {
      office.now = new Date(office.now.getTime() + seconds * 1000);
    },
    channel: () => channel().map(say),
    thread: (text) => {
      const parent = channel().find((message) => say(message).includes(text));
      return parent === undefined
        ? []
        : reader.messages('collections', { thread: parent.ts }).slice(1).map(say);
    },
    inbox: (userId) => workspace.as(userId).messages('bot').map(say),
    mails: () => local.mailbox.mails(),
  };
}

async function peopleOf(office: Office, workspaceId: number): Promise<Stage['people']> {
  const members = await within(office, workspaceId, roster);
  const acting = [...members.values()].map(({ id, name }) => [
    name.split(' ')[0] ?? name,
    { workspaceId, memberId: id },
  ]);
  return Object.fromEntries(acting) as Stage['people'];
}
