import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { outbox, paymentAdvice } from '../../../db/schema/index.ts';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a payment advised by anybody else', () => {
  it('is no cash, rests the amount and says until when', async () => {
    const { desk, cash, inside, people, caseId } = await start(office);
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
    const { desk, open, inside } = await start(office);
    const form = await open('U-Lena');
    expect(form.submit).toBe('Note');
    await desk.submit('U-Lena', form, {});
    expect(await inside(({ tx }) => tx.select().from(paymentAdvice))).toMatchObject([{ amount: 1_240_000n }]);
  });

  it('of more than is open is refused, counting what is on its way already', async () => {
    const { desk, inside } = await start(office);
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
    const { desk } = await start(office);
    await desk.type('U-Rita', '/payment lagerhaus 100');
    expect((await desk.type('U-Rita', '/payment lagerhaus 200')).refusal).toContain(
      'A payment was advised on Mon 23 Nov already and no cash came since: record what they promise, or ask lead or manager (Lena, Max).',
    );
    expect((await desk.type('U-Lena', '/payment lagerhaus 200')).card).toBeDefined();
    await desk.type('U-Fiona', '/payment lagerhaus 300');
    expect((await desk.type('U-Rita', '/payment lagerhaus 200')).card).toBeDefined();
  });

  it('rests no more once the cash is there', async () => {
    const { desk, inside } = await start(office);
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
