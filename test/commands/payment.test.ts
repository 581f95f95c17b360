import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { payment } from '../../commands/payment.ts';
import { audit, outbox, payment as payments, paymentAdvice, posting } from '../../db/schema/index.ts';
import type { Action } from '../../src/chat/types.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import { type BookedInvoice, bookCustomer } from '../support/book.ts';
import { openDesk, wordsOn } from '../support/desk.ts';
import { makeOffice, openTeam } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

const twoInvoices: readonly BookedInvoice[] = [
  { number: 'R-1', amount: 410_000n, dueOn: '2026-11-10' },
  { number: 'R-2', amount: 830_000n, dueOn: '2026-11-17' },
];

/** Monday 23 November 2026, noon in Berlin. */
async function start(invoices = twoInvoices) {
  office.now = new Date('2026-11-23T11:00:00Z');
  const team = await openTeam(office);
  const { workspaceId, people } = team;
  const booked = await bookCustomer(office, workspaceId, {
    number: '10042',
    name: 'Lagerhaus Nord GmbH',
    ownerId: people.Rita.memberId,
    invoices,
  });
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  const cash = () =>
    inside(async ({ tx }) => {
      const rows = await tx.select().from(posting).where(eq(posting.debit, 'cash')).orderBy(asc(posting.id));
      const numberOf = new Map(Object.entries(booked.invoiceIds).map(([number, id]) => [id, number]));
      return rows.map(
        (row) => `${row.credit} ${numberOf.get(row.invoiceId ?? 0) ?? '–'} ${row.amount} ${row.bookedOn}`,
      );
    });
  const open = async (userId: string) => {
    const action: Action = { command: 'payment', action: 'open', args: { case: booked.caseIds[0]! } };
    return (await desk.act(userId, action)).form!;
  };
  const desk = openDesk(office, workspaceId, [payment]);
  return { ...team, ...booked, caseId: booked.caseIds[0]!, inside, cash, open, desk };
}

describe('cash that finance types', () => {
  it('of exactly one invoice’s amount pays that one', async () => {
    const { desk, cash } = await start();
    const { card } = await desk.type('U-Fiona', '/payment lagerhaus 8300');
    expect(wordsOn(card)).toBe(
      'Recorded €8,300.00 from Lagerhaus Nord GmbH, received Mon 23 Nov\nR-2: €8,300.00, paid in full\nStill open: €4,100.00',
    );
    expect(await cash()).toEqual(['receivable R-2 830000 2026-11-23']);
  });

  it('pays the oldest first, with the day and the reference behind the amount', async () => {
    const { desk, cash, inside } = await start();
    const { card } = await desk.type('U-Fiona', '/payment lagerhaus nord 5.000,50 20 Nov Bank 4711');
    expect(wordsOn(card)).toContain(
      'received Fri 20 Nov\nR-1: €4,100.00, paid in full\nR-2: €900.50, €7,399.50 remain open\nStill open: €7,399.50',
    );
    expect(await cash()).toEqual(['receivable R-1 410000 2026-11-20', 'receivable R-2 90050 2026-11-20']);
    expect(await inside(({ tx }) => tx.select().from(payments))).toMatchObject([
      { amount: 500_050n, receivedOn: '2026-11-20', reference: 'Bank 4711', source: 'finance' },
    ]);
  });

  it('beyond all that is open stays unapplied, and is said to', async () => {
    const { desk, cash } = await start();
    const { card } = await desk.type('U-Fiona', '/payment 10042 €13,000');
    expect(wordsOn(card)).toContain('€600.00 is not applied to any invoice');
    expect((await cash()).at(-1)).toBe('unapplied – 60000 2026-11-23');
  });

  it('is told in the thread of the case, written down, and looked at by the engine', async () => {
    const { desk, inside, workspaceId, people, caseId } = await start();
    while (await tick(office, workspaceId));
    office.woken.length = 0;
    await desk.type('U-Fiona', '/payment lagerhaus 8300');
    const [told] = await inside(({ tx }) =>
      tx
        .select()
        .from(outbox)
        .where(eq(outbox.stream, `case:${caseId}`)),
    );
    expect(told!.notice).toEqual({
      kind: 'payment',
      caseId,
      memberId: people.Fiona.memberId,
      amount: '€8,300.00',
      advised: false,
      until: null,
    });
    const entries = await inside(({ tx }) =>
      tx.select().from(audit).where(eq(audit.what, 'payment recorded')),
    );
    expect(entries).toMatchObject([{ caseId, details: { amount: '830000', invoices: 'R-2' } }]);
    expect(office.woken).toContainEqual({ kind: 'tick', workspaceId });
  });

  it('that is there already is asked about, and recorded once more by one press', async () => {
    const { desk, cash } = await start();
    await desk.type('U-Fiona', '/payment lagerhaus 1000 20.11.');
    const { card } = await desk.type('U-Fiona', '/payment lagerhaus 1000 fri');
    expect(wordsOn(card)).toContain(
      'Possibly a double: nothing was recorded\n€1,000.00 from Lagerhaus Nord GmbH, received Fri 20 Nov, is recorded already.',
    );
    expect(await cash()).toHaveLength(1);
    const { card: again } = await desk.press('U-Fiona', card!, 'Record once more');
    expect(wordsOn(again)).toContain('R-1: €1,000.00, €2,100.00 remain open');
    expect((await desk.press('U-Fiona', card!, 'Record once more')).refusal).toContain(
      'recorded a moment ago; your press changed nothing',
    );
    expect(await cash()).toHaveLength(2);
  });

  it('is recorded once when two people press at once', async () => {
    const { desk, cash } = await start();
    await desk.type('U-Fiona', '/payment lagerhaus 1000');
    const { card } = await desk.type('U-Fiona', '/payment lagerhaus 1000');
    const both = await Promise.all([1, 2].map(() => desk.press('U-Fiona', card!, 'Record once more')));
    expect(both.filter((said) => said.card !== undefined)).toHaveLength(1);
    expect(await cash()).toHaveLength(2);
  });

  it.each([
    ['lagerhaus 4100 27.11.2026', 'Fri 27 Nov 2026 is still to come'],
    ['lagerhaus 4100 31.02.2026', '"31.02.2026" is not a day'],
    ['lagerhaus 4k', '"4k" is not an amount in EUR'],
    ['lagerhaus -5', 'it is negative'],
    ['lagerhaus 0', 'A payment needs an amount above zero.'],
    ['lagerhaus $4100', 'another currency'],
    ['lagerhaus 4 100', '"4 100" could be one amount or two numbers: write 4100'],
    ['niemand 4100', 'No customer is called "niemand"'],
  ])('as "%s" is refused with the way out, and nothing is recorded', async (text, answer) => {
    const { desk, cash } = await start();
    expect((await desk.type('U-Fiona', `/payment ${text}`)).refusal).toContain(answer);
    expect(await cash()).toEqual([]);
  });

  it('for a customer with two currencies needs one', async () => {
    const { desk, cash } = await start([
      ...twoInvoices,
      { number: 'U-1', amount: 500_00n, dueOn: '2026-11-10', currency: 'USD' },
    ]);
    expect((await desk.type('U-Fiona', '/payment lagerhaus 500')).refusal).toContain(
      'owes in EUR and USD: write the amount with its currency',
    );
    await desk.type('U-Fiona', '/payment lagerhaus 500 USD 20 Nov');
    await desk.type('U-Fiona', '/payment lagerhaus €100');
    expect(await cash()).toEqual(['receivable U-1 50000 2026-11-20', 'receivable R-1 10000 2026-11-23']);
  });
});

describe('the form for cash', () => {
  it('pays the invoices that the payer named', async () => {
    const { desk, open, cash } = await start();
    const form = await open('U-Fiona');
    const values = { amount: '9000', receivedOn: '2026-11-20', which: 'named', invoices: 'r-2, R-1' };
    expect(wordsOn((await desk.submit('U-Fiona', form, values)).card)).toContain(
      'R-2: €8,300.00, paid in full',
    );
    expect(await cash()).toEqual(['receivable R-2 830000 2026-11-20', 'receivable R-1 70000 2026-11-20']);
  });

  it('opens for a customer named without an amount', async () => {
    const { desk } = await start();
    expect((await desk.type('U-Fiona', '/payment lagerhaus nord')).form?.submit).toBe('Record');
  });

  it('says what is wrong field by field, and records nothing', async () => {
    const { desk, open, cash } = await start();
    const form = await open('U-Fiona');
    const { errors } = await desk.submit('U-Fiona', form, {
      amount: 'viel',
      receivedOn: 'neulich',
      which: 'named',
    });
    expect(Object.keys(errors!)).toEqual(['amount', 'receivedOn', 'invoices']);
    const unknown = { amount: '10', receivedOn: '2026-11-20', which: 'named', invoices: 'R-9' };
    expect((await desk.submit('U-Fiona', form, unknown)).refusal).toContain(
      'Invoice "R-9" is not open for this customer: open are R-1, R-2.',
    );
    expect(await cash()).toEqual([]);
  });

  it('is refused to others by name, however they come by it', async () => {
    const { desk, open, cash } = await start();
    const form = await open('U-Fiona');
    const values = { amount: '100', receivedOn: '2026-11-20', which: 'oldest' };
    for (const userId of ['U-Rita', 'U-Max', 'U-Ada'])
      expect((await desk.submit(userId, form, values)).refusal).toBe(
        'This takes the role finance. Ask Fiona.',
      );
    expect(await cash()).toEqual([]);
  });
});

describe('a payment advised by anybody else', () => {
  it('is no cash, rests the amount and says until when', async () => {
    const { desk, cash, inside, people, caseId } = await start();
    const { card } = await desk.type('U-Rita', '/payment lagerhaus 4100 they transferred it');
    expect(wordsOn(card)).toBe(
      'Noted for Lagerhaus Nord GmbH: €4,100.00 on its way rests until Thu 26 Nov; only finance records cash.',
    );
    expect(await cash()).toEqual([]);
    expect(await inside(({ tx }) => tx.select().from(paymentAdvice))).toMatchObject([
      { caseId, amount: 410_000n, restsUntil: '2026-11-26', note: 'they transferred it' },
    ]);
    const [told] = await inside(({ tx }) =>
      tx
        .select()
        .from(outbox)
        .where(eq(outbox.stream, `case:${caseId}`)),
    );
    expect(told!.notice).toMatchObject({
      kind: 'payment',
      memberId: people.Rita.memberId,
      advised: true,
      until: 'Thu 26 Nov',
    });
  });

  it('without an amount is all that is overdue', async () => {
    const { desk, open, inside } = await start();
    const form = await open('U-Lena');
    expect(form.submit).toBe('Note');
    await desk.submit('U-Lena', form, {});
    expect(await inside(({ tx }) => tx.select().from(paymentAdvice))).toMatchObject([{ amount: 1_240_000n }]);
  });

  it('of more than is open is refused, counting what is on its way already', async () => {
    const { desk, inside } = await start();
    expect((await desk.type('U-Lena', '/payment lagerhaus 12400.01')).refusal).toBe(
      '€12,400.01 is more than the €12,400.00 that is open.',
    );
    await desk.type('U-Lena', '/payment lagerhaus 12000');
    expect((await desk.type('U-Lena', '/payment lagerhaus 500')).refusal).toBe(
      '€500.00 is more than the €12,400.00 that is open, of which €12,000.00 is on its way already.',
    );
    expect(await inside(({ tx }) => tx.select().from(paymentAdvice))).toHaveLength(1);
  });

  it('may be noted by a rep once until cash comes, by a lead again', async () => {
    const { desk } = await start();
    await desk.type('U-Rita', '/payment lagerhaus 100');
    expect((await desk.type('U-Rita', '/payment lagerhaus 200')).refusal).toContain(
      'A payment was advised on Mon 23 Nov already and no cash came since: record what they promise, or ask lead or manager (Lena, Max).',
    );
    expect((await desk.type('U-Lena', '/payment lagerhaus 200')).card).toBeDefined();
    await desk.type('U-Fiona', '/payment lagerhaus 300');
    expect((await desk.type('U-Rita', '/payment lagerhaus 200')).card).toBeDefined();
  });

  it('rests no more once the cash is there', async () => {
    const { desk, inside } = await start();
    await desk.type('U-Lena', '/payment lagerhaus 1000');
    await desk.type('U-Lena', '/payment lagerhaus 500');
    await desk.type('U-Fiona', '/payment lagerhaus 1200');
    const rows = await inside(({ tx }) => tx.select().from(paymentAdvice).orderBy(asc(paymentAdvice.id)));
    expect(rows.map(({ amount, restsUntil }) => `${amount} until ${restsUntil}`)).toEqual([
      '100000 until 2026-11-23',
      '30000 until 2026-11-26',
    ]);
  });
});
