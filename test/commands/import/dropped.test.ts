import { describe, expect, it } from 'vitest';
import { mintForm } from '../../../src/chat/mint.ts';
import type { Reply } from '../../../src/chat/types.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { refusalOf } from '../../support/refusal.ts';
import { csvBytes } from '../../support/samples/csv.ts';
import { erpExport } from '../../support/samples/erp-export.ts';
import { exportOf } from '../../services/import/desk.ts';
import { acme, labels, openDesk, textOf } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a file dropped into a conversation', () => {
  it('is shown with what was recognised, what is to be answered, and the ways on', async () => {
    const desk = await openDesk(office);
    expect(await desk.drop('erp.csv', erpExport().bytes)).toEqual({ kind: 'silent' });
    const card = await desk.card();
    expect(card.title).toBe('erp.csv');
    const text = textOf(card);
    expect(text).toContain('1,200 rows · UTF-8, separated by commas');
    expect(text).toContain('Invoice number | doc_id');
    expect(text).toContain('Amount | converted_usd');
    expect(text).toContain('Dates: timestamp, such as 20');
    expect(text).toContain('To be answered: the day of the export, the currency');
    expect(text).toContain('A prediction is never taken as a payment');
    expect(labels(card)).toEqual(['Set up and preview', 'Columns…', 'Cancel']);
  });

  it('without a column that is needed says which, and asks for it', async () => {
    const desk = await openDesk(office);
    await desk.drop(
      'odd.csv',
      csvBytes([
        ['Customer', 'Due date', 'Amount'],
        ['Acme', '2026-11-02', '5.00'],
      ]),
    );
    const card = await desk.card();
    expect(textOf(card)).toContain('✗ Which column holds the invoice number?');
    expect(labels(card)).toEqual(['Columns…', 'Cancel']);
  });

  it('that is a picture is none of our business, whoever drops it', async () => {
    const desk = await openDesk(office);
    expect(await desk.drop('holiday.png', new Uint8Array([1, 2, 3]), 'Rita')).toEqual({ kind: 'silent' });
    expect(desk.downloads).toEqual([]);
  });

  it('by somebody who may not is not even fetched', async () => {
    const desk = await openDesk(office);
    expect(await refusalOf(desk.drop('items.csv', exportOf(acme), 'Rita'))).toBe(
      'You cannot import open items: that is for finance or admin (Fiona, Ada).',
    );
    expect(desk.downloads).toEqual([]);
  });
});

describe('setting an import up', () => {
  it('asks for the day of the export, and for the currency with what the file hints at', async () => {
    const desk = await openDesk(office);
    await desk.drop('erp.csv', erpExport().bytes);
    const { form } = (await desk.press('Set up and preview')) as Extract<Reply, { kind: 'form' }>;
    expect(form.fields.map(({ name }) => name)).toEqual(['asOf', 'currency', 'country', 'zone', 'clock']);
    expect(form.fields.slice(0, 2)).toMatchObject([{ initial: '2026-11-23' }, { initial: 'USD' }]);
    await mintForm(form, () => Promise.resolve(['token']));
  });

  it('shows beside the fields what is wrong with them', async () => {
    const desk = await openDesk(office);
    await desk.drop('items.csv', exportOf(acme));
    expect(await desk.answer({ asOf: '31.02.', country: 'Germany' })).toMatchObject({
      kind: 'fieldErrors',
      errors: { asOf: expect.stringContaining('31.02.'), country: expect.stringContaining('GERMANY') },
    });
  });
});
