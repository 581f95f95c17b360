import { describe, expect, it } from 'vitest';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { exportOf } from '../../services/import/desk.ts';
import { acme, beta, buttonsOf, labels, openDesk, textOf } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('the preview', () => {
  it('has the sums first, and asks before it imports', async () => {
    const desk = await openDesk(office);
    await desk.drop('items.csv', exportOf(acme, beta, { ...beta, invoice: 'R-3', issued: '2026-11-21' }));
    expect(await desk.answer({ asOf: '2026-11-20' })).toEqual({ kind: 'silent' });
    const card = await desk.card();
    expect(textOf(card)).toMatch(/^2 items · €150\.00\nissued and open as of Fri 20 Nov 2026\n/);
    expect(textOf(card)).toContain('due before that day: 2 items of 2 customers, €150.00');
    expect(textOf(card)).toContain('not issued yet, so hidden: 1 row, €50.00');
    expect(labels(card)).toEqual(['Import 2 items · €150.00', 'Change answers', 'Columns…', 'Cancel']);
    expect(buttonsOf(card)[0]?.confirm?.text).toBe(
      '2 items · €150.00. All of them or, if anything fails, none.',
    );
  });

  it('names the first five bad rows and gives all of them as a file', async () => {
    const desk = await openDesk(office);
    const bad = Array.from({ length: 7 }, (_, n) => ({ invoice: `B-${n}`, open: '2.00', total: '1.00' }));
    await desk.drop('items.csv', exportOf(acme, ...bad));
    await desk.answer({ asOf: '2026-11-20' });
    const card = await desk.card();
    expect(textOf(card)).toContain('7 bad rows left out\nRow 3: ');
    expect(textOf(card)).toContain('… and 2 others');
    expect(labels(card)).toEqual([
      'Import 1 item · €100.00',
      'Bad rows as CSV',
      'Change answers',
      'Columns…',
      'Cancel',
    ]);
    await desk.press('Bad rows as CSV');
    expect(desk.given).toMatchObject([{ userId: 'U-Fiona', name: 'items bad rows.csv' }]);
    expect(new TextDecoder().decode(desk.given[0]!.bytes).split('\r\n')).toHaveLength(9);
  });

  it('says what changes against the ledger', async () => {
    const desk = await openDesk(office);
    await desk.import(exportOf(acme, beta));
    await desk.drop(
      'b.csv',
      exportOf({ ...acme, open: '60.00', total: '100.00' }, { invoice: 'R-9', open: '1.00' }),
    );
    await desk.answer({ asOf: '2026-11-21' });
    const text = textOf(await desk.card());
    expect(text).toContain('Against the ledger\n1 new item · €1.00\n1 payment to be booked · €40.00');
    expect(text).toContain(
      '1 open item not in the file any more · €50.00: to be asked about, not assumed paid',
    );
  });

  it('says where the business clock goes', async () => {
    const desk = await openDesk(office);
    await desk.drop('items.csv', exportOf(acme));
    await desk.answer({ asOf: '2026-10-20', clock: 'move' });
    expect(textOf(await desk.card())).toContain('The business clock goes to Tue 20 Oct 2026 08:00 first.');
  });
});
