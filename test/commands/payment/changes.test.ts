import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { payment } from '../../../commands/payment.ts';
import { invoiceBalance, posting, promise, task } from '../../../db/schema/index.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { makePromise } from '../../../src/services/promise/make.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { openDesk, wordsOn } from '../../support/desk.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** Monday 23 November 2026, noon in Berlin; €4,100 and €8,300 are open. */
async function start() {
  office.now = new Date('2026-11-23T11:00:00Z');
  const team = await openTeam(office);
  const { workspaceId, people } = team;
  const { caseIds, invoiceIds } = await bookCustomer(office, workspaceId, {
    number: '10042',
    name: 'Lagerhaus Nord GmbH',
    ownerId: people.Rita.memberId,
    invoices: [
      { number: 'R-1', amount: 410_000n, dueOn: '2026-11-10' },
      { number: 'R-2', amount: 830_000n, dueOn: '2026-11-17' },
    ],
  });
  const caseId = caseIds[0]!;
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  const desk = openDesk(office, workspaceId, [payment]);
  const fiona = async (line: string): Promise<string> => {
    const said = await desk.type('U-Fiona', `/payment ${line}`);
    return said.refusal ?? wordsOn(said.card);
  };
  const open = async () => {
    const rows = await inside(({ tx }) =>
      tx.select().from(invoiceBalance).orderBy(asc(invoiceBalance.invoiceId)),
    );
    return rows.map((row) => row.open);
  };
  const tasks = () =>
    inside(({ tx }) => tx.select().from(task).where(eq(task.kind, 'allocation')).orderBy(asc(task.id)));
  /** What every account holds: the sum over all of them is nothing, by construction; each alone is told. */
  const held = async (account: string): Promise<bigint> => {
    const rows = await inside(({ tx }) => tx.select().from(posting));
    return rows.reduce(
      (sum, row) => sum + (row.debit === account ? row.amount : row.credit === account ? -row.amount : 0n),
      0n,
    );
  };
  return { ...team, caseId, invoiceIds, inside, desk, fiona, open, tasks, held };
}

describe('unapplied cash', () => {
  it('gives finance a task that is due the next morning, and done once nothing is left of it', async () => {
    const { fiona, tasks, people } = await start();
    await fiona('lagerhaus 13000');
    expect(await tasks()).toMatchObject([
      {
        status: 'open',
        holderId: people.Fiona.memberId,
        what: 'allocate €600.00 of unapplied cash',
        dueAt: new Date('2026-11-24T08:00:00Z'),
        deadlineAt: new Date('2026-11-24T16:00:00Z'),
      },
    ]);
    expect(await fiona('refund lagerhaus 600')).toContain('€600.00 paid back; no cash is unapplied any more');
    expect(await tasks()).toMatchObject([{ status: 'done' }]);
  });

  it('pays what was opened again, or what is named, and never more than is open', async () => {
    const { fiona, open, held, tasks } = await start();
    await fiona('lagerhaus 13000');
    await fiona('lagerhaus 500 20 Nov');
    expect(await open()).toEqual([0n, 0n]);
    expect(await fiona('allocate lagerhaus')).toContain('Nothing is open to pay');
    expect(await fiona('reverse lagerhaus 13000 bounced')).toContain(
      'the payment of €13,000.00 is taken back; open again: R-1, R-2',
    );
    expect(await open()).toEqual([410_000n, 830_000n]);
    expect(await tasks()).toMatchObject([{ status: 'open', what: 'allocate €500.00 of unapplied cash' }]);
    expect(await fiona('allocate lagerhaus 200 r-2')).toContain('R-2: €200.00, €8,100.00 remain open');
    expect(await fiona('allocate lagerhaus')).toContain('R-1: €300.00, €3,800.00 remain open');
    expect(await open()).toEqual([380_000n, 810_000n]);
    expect([await held('unapplied'), await held('cash')]).toEqual([0n, 50_000n]);
    expect(await tasks()).toMatchObject([{ status: 'done' }]);
  });

  it('kept as a deposit is nobody’s task', async () => {
    const { fiona, tasks } = await start();
    await fiona('lagerhaus 13000');
    expect(await fiona('deposit lagerhaus')).toContain('€600.00 is kept as a deposit');
    expect(await tasks()).toMatchObject([{ status: 'done' }]);
    expect(await fiona('deposit lagerhaus')).toContain('There is no unapplied cash here');
  });

  it.each([
    ['allocate lagerhaus 700', '€700.00 is more than the €600.00 of unapplied cash'],
    ['allocate lagerhaus R-9 600', '"R-9" is no open invoice'],
    ['refund lagerhaus 601', '€601.00 is more than the €600.00 of unapplied cash'],
    ['refund lagerhaus 0', 'An amount above zero is needed'],
  ])('asked for by "%s" is refused with the reason', async (line, reason) => {
    const { fiona, held } = await start();
    await fiona('lagerhaus 13000');
    expect(await fiona(line)).toContain(reason);
    expect(await held('unapplied')).toBe(-60_000n);
  });
});

describe('a payment that bounced', () => {
  it('makes the promise that it kept be judged anew', async () => {
    const { fiona, people, caseId, inside, workspaceId } = await start();
    await makePromise(office, people.Rita, { caseId, amount: 410_000n, dueOn: businessDate('2026-11-27') });
    await fiona('lagerhaus 4100');
    while (await tick(office, workspaceId));
    const status = async () => (await inside(({ tx }) => tx.select().from(promise)))[0]!.status;
    expect(await status()).toBe('kept');
    expect(await fiona('reverse lagerhaus 4100 bounced')).toContain(
      'the promise that it kept is judged anew',
    );
    while (await tick(office, workspaceId));
    expect(await status()).toBe('open');
  });

  it('is taken back once; the second is told so', async () => {
    const { desk, caseId, fiona, open } = await start();
    await fiona('lagerhaus 4100');
    const list = (await desk.act('U-Fiona', { command: 'payment', action: 'show', args: { case: caseId } }))
      .card!;
    const form = (await desk.press('U-Fiona', list, 'Reverse…')).form!;
    const values = { why: 'the bank returned it', note: 'account closed' };
    expect(wordsOn((await desk.submit('U-Fiona', form, values)).card)).toContain('open again: R-1');
    expect((await desk.submit('U-Fiona', form, values)).refusal).toContain('was reversed before');
    expect(await open()).toEqual([410_000n, 830_000n]);
  });

  it('cannot be taken back once part of it was refunded', async () => {
    const { fiona } = await start();
    await fiona('lagerhaus 13000');
    await fiona('refund lagerhaus 100');
    expect(await fiona('reverse lagerhaus 13000 bounced')).toContain(
      'was refunded: it cannot bounce any more',
    );
  });
});

describe('others than finance', () => {
  it.each([
    'allocate lagerhaus',
    'refund lagerhaus 1',
    'reverse lagerhaus 4100 mistake',
    'deposit lagerhaus',
  ])('are told who may: /payment %s', async (line) => {
    const { desk, fiona } = await start();
    await fiona('lagerhaus 4100');
    for (const userId of ['U-Rita', 'U-Ada'])
      expect((await desk.type(userId, `/payment ${line}`)).refusal).toContain('that is for finance (Fiona)');
  });
});
