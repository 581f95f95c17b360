import { afterAll, describe, expect, it } from 'vitest';
import { endServer, serverIn } from '../db/launcher/folders.ts';
import { makeFolder, removeFolder } from '../support/postgres/folder.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { say } from '../support/story/text.ts';
import { holdTable, peek } from './hold.ts';
import { openPage, type Page } from './page.ts';
import { buildProgram, type Program, startProgram } from './program.ts';

const built = buildProgram();
const channel = 'C0COLLECT';

const file = openItemsFile(
  ['Lagerhaus Nord GmbH', 'Bäckerei Süd', 'Werft West'].flatMap((name, customer) =>
    Array.from({ length: 4 }, (_, n) => ({
      customer: `C${customer}`,
      name,
      invoice: `R-${customer}-${n}`,
      issued: '2026-10-01',
      due: `2026-10-${20 + n}`,
      amount: `${100 * (customer + 1) + n}.50`,
      mail: `ap@c${customer}.test`,
    })),
  ),
);

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A data folder and whatever program works on it now. */
interface Desk {
  readonly folder: string;
  program: Program;
  fiona: Page;
  lena: Page;
}

async function openDesk(): Promise<Desk> {
  const folder = makeFolder();
  closing.push(() => abandon(folder));
  return { folder, ...(await startAt(folder)) };
}

async function startAt(folder: string): Promise<Omit<Desk, 'folder'>> {
  const program = await startProgram(built, folder);
  closing.push(program.kill);
  return { program, fiona: await enter(program, 'U0FIONA'), lena: await enter(program, 'U0LENA') };
}

async function enter({ pageUrl }: Program, user: string): Promise<Page> {
  const page = await openPage(pageUrl, user);
  closing.push(page.close);
  return page;
}

/** What a killed program leaves behind when a test failed. */
function abandon(folder: string): void {
  endServer(folder);
  removeFolder(folder);
}

/** Drops the file and confirms it. */
async function orderImport({ fiona }: Desk): Promise<void> {
  await fiona.upload('items.csv', file);
  await fiona.press(await fiona.sees('items.csv'), 'Set up');
  await fiona.submit({ asOf: '2026-11-02' });
  await fiona.press(await fiona.sees('Import 12 items'), 'Import');
}

/** Monday's list at nine; the first call on it finds nobody. */
async function workTheList({ fiona, lena }: Desk): Promise<void> {
  await fiona.sees('matches the file');
  await fiona.moveClock({ to: '2026-11-02T08:00:00Z' });
  await lena.press(await lena.sees('Good morning'), 'No answer');
  await lena.sees('call again');
}

const evening = { to: '2026-11-03T17:00:00Z' };

/** Everything that can be read anywhere, a message a line. */
async function everythingSaid({ program }: Desk): Promise<readonly string[]> {
  const users = ['U0ADA', 'U0RITA', 'U0TOM', 'U0LENA', 'U0MAX', 'U0MONA', 'U0FIONA'];
  const pages = await Promise.all(users.map((user) => enter(program, user)));
  const direct = await Promise.all(pages.map((page) => page.messages('bot')));
  const top = await pages[0]!.messages(channel);
  const threads = await Promise.all(top.map(({ ts }) => pages[0]!.messages(channel, ts)));
  return (
    [...direct, ...threads]
      .flat()
      // Links name the port and the moment, which no two programs share.
      .map((message) => `${message.channel} ${say(message).replaceAll(/http:[^|>]+/g, 'link')}`)
      .sort()
  );
}

/** What the ledger and the desk hold, in numbers. */
async function figures({ folder }: Desk): Promise<unknown> {
  const counts = `
    select (select count(*)::int from customer) as customers, (select count(*)::int from invoice) as invoices,
      (select count(*)::int from posting) as postings, (select sum(amount)::text from posting) as posted,
      (select sum(open)::text from invoice_balance) as open, (select count(*)::int from occurrence) as steps,
      (select count(*)::int from task) as tasks, (select count(*)::int from outcome) as outcomes,
      (select count(*)::int from outbox where status = 'sent') as sent,
      (select count(*)::int from outbox where status in ('waiting', 'claimed', 'unknown')) as waiting,
      (select count(*)::int from audit) as audited`;
  return peek(folder, async (client) => (await client.query(counts)).rows[0] as unknown);
}

/** The same walk without a kill, meanwhile. */
async function undisturbed() {
  const desk = await openDesk();
  await orderImport(desk);
  await workTheList(desk);
  await desk.fiona.moveClock(evening);
  const account = { said: await everythingSaid(desk), figures: await figures(desk) };
  const exit = await desk.program.terminate();
  return { account, exit, server: serverIn(desk.folder) };
}

const desk = await openDesk();
const control = undisturbed();

describe('kill -9', { timeout: 120_000 }, () => {
  it('in the middle of an import leaves nothing of it in the ledger', async () => {
    const hold = await holdTable(desk.folder, 'invoice_balance');
    await orderImport(desk);
    await hold.reached();
    await desk.program.kill();
    await hold.letGo();
    expect(await figures(desk)).toMatchObject({ customers: 0, invoices: 0, postings: 0 });
  });

  it('is followed by a start that adopts Postgres and completes the import once', async () => {
    const server = serverIn(desk.folder);
    Object.assign(desk, await startAt(desk.folder));
    expect(serverIn(desk.folder)).toBe(server);
    expect(say(await desk.fiona.sees('matches the file'))).toContain('€2,424.00');
    expect(await figures(desk)).toMatchObject({ customers: 3, invoices: 12, postings: 12, open: '242400' });
  });

  it('in the middle of a clock move leaves everything as it was', async () => {
    await workTheList(desk);
    const hold = await holdTable(desk.folder, 'task');
    const move = desk.fiona.moveClock(evening).catch(() => 'cut off');
    await hold.reached();
    const [stood, before] = [await desk.fiona.clock(), await everythingSaid(desk)];
    expect(stood.moving).toBe(true);
    await desk.program.kill();
    expect(await move).toBe('cut off');
    Object.assign(desk, await startAt(desk.folder));
    expect(await everythingSaid(desk)).toEqual(before);
    expect((await desk.fiona.clock()).now.slice(0, 16)).toBe(stood.now.slice(0, 16));
    await hold.letGo();
  });

  it('while a message is being made sends it once, by the next process', async () => {
    const hold = await holdTable(desk.folder, 'button');
    const move = desk.fiona.moveClock(evening).catch(() => 'cut off');
    await hold.reached();
    await desk.program.kill();
    expect(await move).toBe('cut off');
    await hold.letGo();
    Object.assign(desk, await startAt(desk.folder));
    await desk.fiona.moveClock(evening);
    expect(await figures(desk)).toMatchObject({ waiting: 0 });
  });

  it('ends where an undisturbed program ends: nothing is missing, nothing is there twice', async () => {
    const { account } = await control;
    expect({ said: await everythingSaid(desk), figures: await figures(desk) }).toEqual(account);
  });
});

describe('SIGTERM', { timeout: 120_000 }, () => {
  it('ends a program at rest and its Postgres', async () => {
    expect(await control).toMatchObject({ exit: 0, server: undefined });
  });

  it('ends a program that hangs in a handler, and its Postgres', async () => {
    const max = await enter(desk.program, 'U0MAX');
    await desk.fiona.moveClock({ to: '2026-11-04T09:00:00Z' });
    const hold = await holdTable(desk.folder, 'task');
    await max.press(await max.sees('Good morning'), 'Voicemail');
    await hold.reached();
    expect(await desk.program.terminate()).toBe(0);
    expect(serverIn(desk.folder)).toBeUndefined();
    await hold.letGo();
  });
});
