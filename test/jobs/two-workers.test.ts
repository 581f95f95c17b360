import { afterAll, expect, it } from 'vitest';
import { connect, type Transaction } from '../../db/client.ts';
import { claimDueCases } from '../../db/queries/case/claim-due.ts';
import { workspace } from '../../db/schema/index.ts';
import { openQueues } from '../../jobs/queues.ts';
import { createEngine, type Engine } from '../../jobs/run.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { saveContact } from '../../src/services/contact/save.ts';
import { coverDay } from '../../src/services/import/cover-day.ts';
import { tick } from '../../src/services/engine/tick.ts';
import type { Notice } from '../../src/services/notice.ts';
import type { Office } from '../../src/services/ports.ts';
import { makePromise } from '../../src/services/promise/make.ts';
import { lookOutWith } from '../../src/services/workspace/due.ts';
import { within } from '../../src/services/scope.ts';
import { setShadow } from '../../src/services/workspace/shadow.ts';
import { bookCustomer } from '../support/book.ts';
import { openStage, type Stage } from './stage.ts';

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Morning lists, due calls, nudges and deadlines of two days. */
const moments = ['23T08:00', '23T09:00', '23T11:00', '23T13:00', '23T15:00', '24T08:00', '24T11:00'];

interface Desk {
  readonly stage: Stage;
  /** Whom the office wakes: every process of it. */
  readonly wakes: Office['wake'][];
}

async function openDesk(): Promise<Desk> {
  const wakes: Office['wake'][] = [];
  const stage = await openStage({ office: { wake: (kind, id) => wakes.forEach((wake) => wake(kind, id)) } });
  return { stage, wakes };
}

const desks = [await openDesk(), await openDesk()] as const;
const held = await openStage();

/** Two days of a desk, by so many processes at once: each has its own workers, and each does what is due itself. */
async function twoDays({ stage, wakes }: Desk, processes: number) {
  await fill(stage);
  const engines: Engine[] = [];
  for (let n = 0; n < processes; n += 1) engines.push(await startProcess(stage, wakes));
  for (const moment of moments) {
    stage.office.now = new Date(`2026-11-${moment}:00Z`);
    await Promise.all(engines.map((engine) => engine.drain(stage.workspaceId)));
  }
  const [messages, rows] = await messagesAndRows(stage);
  return { account: await accountOf(stage), messages, rows };
}

async function startProcess({ office, database, courier }: Stage, wakes: Office['wake'][]): Promise<Engine> {
  const queues = await openQueues({ postgresUrl: database.appUrl }, office.log);
  const wakeDb = connect(database.wakeUrl, { max: 1 });
  const engine = createEngine(courier, queues, lookOutWith(office, wakeDb));
  closing.push(() => wakeDb.$client.end(), queues.close, engine.stop);
  wakes.push((kind, id) => void queues.wake(kind, id).catch(() => undefined));
  await engine.start();
  return engine;
}

/** Customers of all kinds that the ladder knows at its beginning. */
async function fill({ office, workspaceId, people, look }: Stage): Promise<void> {
  // Which cards get a place in the channel depends on which cases are looked at first; here all of them do.
  await look(({ tx }) => tx.update(workspace).set({ dailyCardCap: 100 }));
  await setShadow(office, people.Max, false);
  await look((scope) => coverDay(scope, businessDate('2026-11-25')));
  const owners = [people.Rita, people.Tom, people.Lena];
  for (let n = 0; n < 9; n += 1) {
    const { caseIds } = await bookCustomer(office, workspaceId, {
      number: `C-${n}`,
      name: `Customer ${n}`,
      ownerId: owners[n % owners.length]!.memberId,
      invoices: [{ number: `R-${n}`, amount: BigInt(100 + n) * 100n, dueOn: `2026-11-${17 + n}` }],
    });
    const [caseId = 0] = caseIds;
    const contact = {
      name: 'Frau Berg',
      role: 'accounts payable',
      phone: undefined,
      language: 'en',
    } as const;
    if (n % 4 === 0) await saveContact(office, people.Rita, caseId, { ...contact, email: `c${n}@x.example` });
    if (n % 5 === 0)
      await makePromise(office, people.Rita, { caseId, amount: 50_00n, dueOn: businessDate('2026-11-23') });
  }
}

/**
 * All that people and customers received, and all that was written down about it. When the mail server takes each
 * letter is chance, so nudges are counted by what they are about and not by how many calls share one, and of a digest
 * its title counts and not what had happened when it was sent.
 */
async function accountOf({ channel, thread, mails, look }: Stage): Promise<readonly string[]> {
  const rows = await look(async ({ tx }) => ({
    steps: (await tx.query.occurrence.findMany()).map((o) => `step ${o.caseId} ${o.step} ${o.how}`),
    tasks: (await tx.query.task.findMany()).map((t) => `task ${t.caseId} ${t.step} ${t.level} ${t.status}`),
    misses: (await tx.query.miss.findMany()).map((m) => `miss ${m.taskId} of ${m.memberId} ${m.level}`),
    promises: (await tx.query.promise.findMany()).map((p) => `promise ${p.caseId} ${p.status}`),
    nudges: (await sentNotices(tx)).flatMap((notice) =>
      notice.kind === 'nudge' ? notice.tasks.map((task) => `nudge ${notice.memberId} ${task.id}`) : [],
    ),
  }));
  const cards = channel();
  return [
    ...Object.values(rows).flat(),
    ...cards.map((card) => card.replace(/^(Morning digest.*)[^]*/, '$1')),
    ...cards.flatMap((card) => thread(card).map((text) => `${card.split('\n')[0]} > ${text}`)),
    ...mails().map(({ to, subject }) => `mail ${to.join()} ${subject}`),
  ].sort();
}

async function sentNotices(tx: Transaction): Promise<readonly Notice[]> {
  const rows = await tx.query.outbox.findMany({ where: (o, { eq }) => eq(o.status, 'sent') });
  return rows.map(({ notice }) => notice as unknown as Notice);
}

/** What the chat server has of us, and what the outbox believes to have sent there. */
async function messagesAndRows({ workspace: server, look }: Stage): Promise<readonly [number, number]> {
  const users = ['U0RITA', 'U0TOM', 'U0LENA', 'U0MAX', 'U0MONA', 'U0ADA', 'U0FIONA', 'U0LEO'];
  const direct = users.flatMap((user) => server.as(user).messages('bot'));
  const top = server.as('U0ADA').messages('collections');
  const replies = top.reduce((sum, { replyCount = 0 }) => sum + replyCount, 0);
  const rows = await look(async ({ tx }) => (await sentNotices(tx)).filter(({ kind }) => kind !== 'mail'));
  return [direct.length + top.length + replies, rows.length];
}

it('two processes on one database do what one does, and nothing twice', async () => {
  const [alone, together] = await Promise.all([twoDays(desks[0], 1), twoDays(desks[1], 2)]);
  expect(together.account).toEqual(alone.account);
  expect(together.messages).toBe(together.rows);
}, 60_000);

it('a digest waits for the cases that another worker holds', async () => {
  const { office, workspaceId, send, channel } = held;
  await bookCustomer(office, workspaceId, {
    number: 'C-1',
    name: 'Customer 1',
    invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-11-16' }],
  });
  office.now = new Date('2026-11-24T08:00:00Z');
  await held.look((scope) => coverDay(scope, businessDate('2026-11-23')));
  await within(office, workspaceId, async ({ tx }) => {
    await claimDueCases(tx, office.now, 1);
    expect(await tick(office, workspaceId)).toBe(false);
  });
  await send();
  expect(channel()).toEqual([]);
  while (await tick(office, workspaceId));
  await send();
  expect(channel().map((text) => text.split(' ·')[0])).toContain('Morning digest');
});
