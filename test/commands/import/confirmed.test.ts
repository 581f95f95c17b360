import { describe, expect, it } from 'vitest';
import { importItems } from '../../../commands/import.ts';
import { resumeImports } from '../../../src/services/import/run.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { exportOf } from '../../services/import/desk.ts';
import { acme, beta, buttonsOf, labels, openDesk, textOf } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a confirmed import', () => {
  it('shows a bar that moves, then its control total', async () => {
    const desk = await openDesk(office);
    await desk.drop('items.csv', exportOf(acme, beta, { invoice: 'R-3', open: 'x' }));
    await desk.answer({ asOf: '2026-11-20' });
    expect(await desk.press('Import 2 items · €150.00')).toEqual({ kind: 'silent' });
    expect(textOf(await desk.card())).toMatch(/^░{20} 0 % · reading the file\nConfirmed by Fiona/);
    await resumeImports(office, desk.workspaceId);
    const card = await desk.card();
    const lines = textOf(card).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '3 rows in the file: 2 imported (€150.00), 1 bad',
      '✓ The ledger holds €150.00 of them: it matches the file to the cent',
      'Due before Fri 20 Nov 2026: €150.00 of 2 customers in 2 items',
    ]);
    expect(lines).toContain('2 customers have no owner: their calls go to the lead');
    expect(labels(card)).toEqual(['Assign owners', 'Bad rows as CSV']);
    expect(buttonsOf(card)[0]?.action).toEqual({ command: 'assign', action: 'open', args: {} });
  });

  it('proposes what is gone as paid, to finance alone', async () => {
    const desk = await openDesk(office);
    await desk.import(exportOf(acme, beta));
    await desk.import(exportOf(beta), '2026-11-21');
    expect(textOf(await desk.card())).toContain(
      '1 item is open in the ledger and gone from the file · €100.00\nGone is not paid: until finance says so, nothing is booked.',
    );
    expect(importItems.presses['settle']?.may).toEqual(['finance']);
    await desk.press('Book 1 as paid');
    const card = await desk.card();
    expect(textOf(card)).toContain('Fiona booked 1 as paid · €100.00');
    expect(labels(card)).not.toContain('Book 1 as paid');
  });

  it('that failed says so, and can be tried again', async () => {
    const desk = await openDesk(office);
    await desk.drop('items.csv', exportOf(acme));
    await desk.answer({ asOf: '2026-11-20' });
    await desk.press('Import 1 item · €100.00');
    // Another file, confirmed beside it, is newer: this one would undo what that one knows.
    await desk.import(exportOf(acme), '2026-11-22', { late: true });
    const card = await desk.card(0);
    expect(textOf(card)).toMatch(/^Nothing was imported\.\nThe ledger covers 2026-11-22 already/);
    expect(labels(card)).toEqual(['Try again', 'Change answers', 'Cancel']);
  });
});
