import { describe, expect, it } from 'vitest';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('the form for cash', () => {
  it('pays the invoices that the payer named', async () => {
    const { desk, open, cash } = await start(office);
    const form = await open('U-Fiona');
    const values = { amount: '9000', receivedOn: '2026-11-20', which: 'named', invoices: 'r-2, R-1' };
    expect(wordsOn((await desk.submit('U-Fiona', form, values)).card)).toContain(
      'R-2: €8,300.00, paid in full',
    );
    expect(await cash()).toEqual(['receivable R-2 830000 2026-11-20', 'receivable R-1 70000 2026-11-20']);
  });

  it('opens for a customer named without an amount', async () => {
    const { desk } = await start(office);
    expect((await desk.type('U-Fiona', '/payment lagerhaus nord')).form?.submit).toBe('Record');
  });

  it('says what is wrong field by field, and records nothing', async () => {
    const { desk, open, cash } = await start(office);
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
    const { desk, open, cash } = await start(office);
    const form = await open('U-Fiona');
    const values = { amount: '100', receivedOn: '2026-11-20', which: 'oldest' };
    for (const userId of ['U-Rita', 'U-Max', 'U-Ada'])
      expect((await desk.submit(userId, form, values)).refusal).toBe(
        'This takes the role finance. Ask Fiona.',
      );
    expect(await cash()).toEqual([]);
  });
});
