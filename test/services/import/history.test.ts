import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { matches } from '../../../src/services/import/control-total.ts';
import { advisePayment } from '../../../src/services/payment/advise.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { csvBytes } from '../../support/samples/csv.ts';
import { receivablesHistory } from '../../support/samples/receivables-history.ts';
import { sharedFile } from '../../support/samples/shared-file.ts';
import { exportOf, importNow, journal, openItems, type Row } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const shared = sharedFile('ibm-receivables.csv');
const sample = receivablesHistory({ rows: 300 });

/** Counted in the shared file itself. */
const sharedFacts = {
  open: { count: 106 },
  dueBefore: { count: 11 },
  notYetIssued: { count: 625 },
  settled: { count: 1_735 },
};
const facts = shared === undefined ? sample.facts : sharedFacts;

function history(
  ...rows: readonly (readonly [invoice: string, issued: string, due: string, settled: string])[]
) {
  const header = ['invoiceNumber', 'customerID', 'InvoiceDate', 'DueDate', 'InvoiceAmount', 'SettledDate'];
  return csvBytes([
    header,
    ...rows.map(([invoice, issued, due, settled]) => [invoice, 'C-1', issued, due, '10.00', settled]),
  ]);
}

async function count(workspaceId: number, query: ReturnType<typeof sql>): Promise<number> {
  return within(office, workspaceId, async ({ tx }) => {
    const [row] = await tx.execute<{ count: number }>(query);
    return row?.count ?? -1;
  });
}

describe('a file that says when its invoices were settled', () => {
  it('books each on its own day, and leaves out what was not issued yet', async () => {
    const team = await openTeam(office);
    const file = history(
      ['R-1', '1/2/2026', '2/1/2026', '1/15/2026'],
      ['R-2', '2/3/2026', '3/5/2026', '4/30/2026'],
      ['R-3', '5/1/2026', '5/31/2026', '6/1/2026'],
    );
    const total = await importNow(office, team, file, { asOf: '2026-04-01', currency: 'USD' });
    expect(matches(total)).toBe(true);
    expect([total.items.count, total.settled.count, total.notYetIssued.count]).toEqual([1, 1, 1]);
    expect(total.difference.history).toEqual({ count: 1, amounts: [{ currency: 'USD', minor: '1000' }] });
    expect(await journal(office, team)).toEqual([
      'receivable sales 10.00 2026-02-03 import:C-1:R-2:issued',
      'receivable sales 10.00 2026-01-02 import:C-1:R-1:issued',
      'cash receivable 10.00 2026-01-15 import:C-1:R-1:paid',
    ]);
  });

  it('is read so too when in the first file of its shape nothing was settled yet', async () => {
    const team = await openTeam(office);
    const answers = { currency: 'USD', dateOrder: 'MDY' } as const;
    const open = history(['R-1', '1/2/2026', '2/1/2026', '']);
    await importNow(office, team, open, { asOf: '2026-02-01', ...answers });
    const paid = history(['R-1', '1/2/2026', '2/1/2026', '2/15/2026']);
    const total = await importNow(office, team, paid, { asOf: '2026-03-01', ...answers });
    expect([total.items.count, total.settled.count]).toEqual([0, 1]);
  });

  it('settles what was open on the day it gives, not on the day of the export', async () => {
    const team = await openTeam(office);
    const file = history(['R-1', '1/2/2026', '2/1/2026', '2/15/2026']);
    await importNow(office, team, file, { asOf: '2026-02-01', currency: 'USD', dateOrder: 'MDY' });
    const later = await importNow(office, team, file, {
      asOf: '2026-03-01',
      currency: 'USD',
      dateOrder: 'MDY',
    });
    expect(later.vanished.count).toBe(0);
    expect((await journal(office, team)).at(-1)).toBe('cash receivable 10.00 2026-02-15 import:C-1:R-1:paid');
    expect(await openItems(office, team)).toEqual(['R-1: 0.00 of 10.00']);
  });

  it('comes out right for a whole history', async () => {
    const team = await openTeam(office);
    const answers = { asOf: '2013-06-03', currency: 'USD' };
    const total = await importNow(office, team, shared ?? sample.bytes, answers);
    expect([total.items.count, total.overdue.count]).toEqual([facts.open.count, facts.dueBefore.count]);
    expect(matches(total)).toBe(true);
    const open = sql`select count(*)::int as count from invoice_balance where open > 0`;
    expect(await count(team.workspaceId, open)).toBe(facts.open.count);
    expect([total.notYetIssued.count, total.settled.count]).toEqual([
      facts.notYetIssued.count,
      facts.settled.count,
    ]);
  });
});

describe('a payment advised', () => {
  it('is used up by the cash that a later export shows', async () => {
    const acme: Row = { invoice: 'R-1', open: '100.00', total: '100.00' };
    const team = await openTeam(office);
    await importNow(office, team, exportOf(acme));
    const caseId = await count(team.workspaceId, sql`select id::int as count from "case"`);
    await advisePayment(office, team.people.Rita, { caseId, amount: 6_000n });
    await importNow(office, team, exportOf({ ...acme, open: '60.00' }), { asOf: '2026-11-21' });
    const resting = sql`select sum(amount)::int as count from payment_advice where rests_until > '2026-11-23'`;
    expect(await count(team.workspaceId, resting)).toBe(2_000);
  });
});
