import { describe, expect, it } from 'vitest';
import { importItems } from '../../commands/import.ts';
import { ledgerImportedCard } from '../../commands/views/import/ledger-imported.ts';
import { makeOffice } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { exportOf } from '../services/import/desk.ts';
import { acme, labels, openDesk, textOf } from './import/stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('/import', () => {
  it('says how fresh the ledger is, and has the latest files', async () => {
    const desk = await openDesk(office);
    expect(textOf(await desk.command())).toMatch(/^There is no ledger yet\nDrop a file/);
    await desk.import(exportOf(acme));
    const card = await desk.command();
    expect(textOf(card)).toMatch(/^The ledger is as of Fri 20 Nov\n/);
    expect(textOf(card)).toContain('items.csv · imported as of Fri 20 Nov');
    expect(labels(card)).toEqual(['Show', 'Nothing is missing…']);
  });

  it('takes the word that nothing is missing', async () => {
    const desk = await openDesk(office);
    await desk.import(exportOf(acme));
    const form = await desk.run('presses', 'cover', {});
    expect(form).toMatchObject({ kind: 'form', form: { fields: [{ initial: '2026-11-22' }] } });
    expect(await desk.run('submissions', 'cover', {}, { through: 'tomorrow' })).toMatchObject({
      kind: 'fieldErrors',
      errors: { through: expect.stringContaining('is still to come') },
    });
    expect(await desk.run('submissions', 'cover', {}, { through: 'yesterday' })).toMatchObject({
      card: { summary: 'The ledger covers Sun 22 Nov now: what waited for it is judged.' },
    });
  });

  it('proposes today after that, and asks no more once today is covered', async () => {
    const desk = await openDesk(office);
    await desk.import(exportOf(acme));
    await desk.run('submissions', 'cover', {}, { through: 'yesterday' });
    expect(await desk.run('presses', 'cover', {})).toMatchObject({
      form: { fields: [{ initial: '2026-11-23' }] },
    });
    await desk.run('submissions', 'cover', {}, { through: 'today' });
    expect(labels(await desk.command())).toEqual(['Show']);
    await expect(desk.run('presses', 'cover', {})).rejects.toThrow(
      'The ledger covers Mon 23 Nov already: there is nothing to add before tomorrow.',
    );
  });

  it('is for finance and admins', () => {
    expect(importItems.may).toEqual(['finance', 'admin']);
  });
});

it('the team hears of an import in one line', () => {
  const card = ledgerImportedCard({
    kind: 'ledger imported',
    items: 5396,
    amount: '$158,358,655.87',
    asOf: '2020-04-20',
    overdueCustomers: 269,
    overdueAmount: '$115,434,971.36',
  });
  expect(textOf(card)).toBe(
    'Ledger imported: 5,396 items, $158,358,655.87, as of Mon 20 Apr 2020; due before that day: $115,434,971.36 of 269 customers',
  );
});
