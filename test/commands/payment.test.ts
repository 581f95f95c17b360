import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, outbox, payment as payments } from '../../db/schema/index.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { wordsOn } from '../support/desk.ts';
import { makeOffice } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { start, twoInvoices } from './payment/stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('cash that finance types', () => {
  it('of exactly one invoice’s amount pays that one', async () => {
    const { desk, cash } = await start(office);
    const { card } = await desk.type('U-Fiona', '/payment lagerhaus 8300');
    expect(wordsOn(card)).toBe(
      'Recorded €8,300.00 from Lagerhaus Nord GmbH, received Mon 23 Nov\nR-2: €8,300.00, paid in full\nStill open: €4,100.00',
    );
    expect(await cash()).toEqual(['receivable R-2 830000 2026-11-23']);
  });

  it('pays the oldest first, with the day and the reference behind the amount', async () => {
    const { desk, cash, inside } = await start(office);
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
    const { desk, cash } = await start(office);
    const { card } = await desk.type('U-Fiona', '/payment 10042 €13,000');
    expect(wordsOn(card)).toContain('€600.00 is not applied to any invoice');
    expect((await cash()).at(-1)).toBe('unapplied – 60000 2026-11-23');
  });

  it('is told in the thread of the case, written down, and looked at by the engine', async () => {
    const { desk, inside, workspaceId, people, caseId } = await start(office);
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
    const { desk, cash } = await start(office);
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
    const { desk, cash } = await start(office);
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
    const { desk, cash } = await start(office);
    expect((await desk.type('U-Fiona', `/payment ${text}`)).refusal).toContain(answer);
    expect(await cash()).toEqual([]);
  });

  it('for a customer with two currencies needs one', async () => {
    const { desk, cash } = await start(office, [
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
