import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { matches } from '../../../src/services/import/control-total.ts';
import { settleVanished } from '../../../src/services/import/settle-vanished.ts';
import { post } from '../../../src/services/ledger/post.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { refusalOf } from '../../support/refusal.ts';
import { day, exportOf, importNow, journal, openExportOf, openItems, type Row, rowsIn } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const acme: Row = { invoice: 'R-1', open: '100.00' };
const beta: Row = { invoice: 'R-2', open: '50.00', customer: 'C-2', name: 'Beta' };
type Team = Awaited<ReturnType<typeof openTeam>>;

describe('the same content again', () => {
  it('changes nothing but the day that is covered', async () => {
    const team = await imported(exportOf(acme, beta));
    const before = await journal(office, team);
    const again = await next(team, exportOf(acme, beta));
    expect(await journal(office, team)).toEqual(before);
    expect(again.difference).toEqual(noDifference);
    expect(matches(again)).toBe(true);
    expect(await covers(team)).toBe('2026-11-21');
  });

  it('in the very same file, as of the same day, is refused beside the day', async () => {
    const team = await imported(exportOf(acme));
    await expect(importNow(office, team, exportOf(acme))).rejects.toThrow(
      /This very file was imported as of Fri 20 Nov already/,
    );
  });
});

describe('a later export', () => {
  it('adds what was issued since', async () => {
    const file = exportOf(acme, { ...beta, issued: '2026-11-21' });
    const team = await openTeam(office);
    const first = await importNow(office, team, file);
    expect([first.items.count, first.notYetIssued.count]).toEqual([1, 1]);
    const second = await next(team, file);
    expect([second.items.count, second.notYetIssued.count]).toEqual([2, 0]);
    expect(second.difference.fresh).toEqual({ count: 1, amounts: [{ currency: 'EUR', minor: '5000' }] });
    expect(await openItems(office, team)).toEqual(['R-1: 100.00 of 100.00', 'R-2: 50.00 of 50.00']);
  });

  it('with less open books a payment on its day', async () => {
    const team = await imported(exportOf(acme));
    const second = await next(team, exportOf({ ...acme, open: '60.00', total: '100.00' }));
    expect((await journal(office, team)).slice(1)).toEqual([
      'cash receivable 40.00 2026-11-21 import:C-1:R-1:paid',
    ]);
    expect(second.difference.paid).toEqual({ count: 1, amounts: [{ currency: 'EUR', minor: '4000' }] });
    expect(matches(second)).toBe(true);
  });

  it('that only says what is open books a payment too, not a smaller invoice', async () => {
    const team = await imported(openExportOf(acme));
    await next(team, openExportOf({ ...acme, open: '60.00' }));
    await next(team, openExportOf({ ...acme, open: '10.00' }), '2026-11-22');
    expect((await journal(office, team)).slice(1)).toEqual([
      'cash receivable 40.00 2026-11-21 import:C-1:R-1:paid',
      'cash receivable 50.00 2026-11-22 import:C-1:R-1:paid#2',
    ]);
    expect(await openItems(office, team)).toEqual(['R-1: 10.00 of 100.00']);
  });

  it('with more open takes payments back, the latest first, and keeps what is still paid', async () => {
    const team = await imported(openExportOf(acme));
    await next(team, openExportOf({ ...acme, open: '60.00' }));
    await next(team, openExportOf({ ...acme, open: '10.00' }), '2026-11-22');
    const before = await journal(office, team);
    const back = await next(team, openExportOf({ ...acme, open: '30.00' }), '2026-11-23');
    expect((await journal(office, team)).slice(before.length)).toEqual([
      'receivable cash 50.00 2026-11-23 import:C-1:R-1:paid#2:reversed',
      'cash receivable 30.00 2026-11-23 import:C-1:R-1:paid#3',
    ]);
    expect(back.difference.reopened).toEqual({ count: 1, amounts: [{ currency: 'EUR', minor: '2000' }] });
    expect(matches(back)).toBe(true);
  });

  it('with another sum takes the old one back and books the new one', async () => {
    const team = await imported(exportOf({ ...acme, open: '60.00', total: '100.00' }));
    const changed = await next(team, exportOf({ ...acme, open: '80.00', total: '90.00' }));
    expect((await journal(office, team)).slice(2)).toEqual([
      'receivable cash 40.00 2026-11-21 import:C-1:R-1:paid:reversed',
      'sales receivable 100.00 2026-11-21 import:C-1:R-1:issued:reversed',
      'receivable sales 90.00 2026-10-01 import:C-1:R-1:issued#2',
      'cash receivable 10.00 2026-11-21 import:C-1:R-1:paid#2',
    ]);
    expect(await openItems(office, team)).toEqual(['R-1: 80.00 of 90.00']);
    expect(changed.difference.rebooked.count).toBe(1);
    await next(team, exportOf({ ...acme, open: '90.00', total: '90.00' }), '2026-11-22');
    await next(team, exportOf({ ...acme, open: '70.00', total: '70.00' }), '2026-11-23');
    expect(await openItems(office, team)).toEqual(['R-1: 70.00 of 70.00']);
  });

  it('with more open than there ever was books the new sum, where the file has one amount', async () => {
    const team = await imported(openExportOf({ ...acme, open: '60.00' }));
    await next(team, openExportOf({ ...acme, open: '75.00' }));
    expect(await openItems(office, team)).toEqual(['R-1: 75.00 of 75.00']);
  });

  it('with another currency books it anew in that', async () => {
    const team = await imported(exportOf(acme));
    const moved = await next(team, exportOf({ ...acme, currency: 'USD' }));
    expect(matches(moved)).toBe(true);
    expect(await journal(office, team)).toHaveLength(3);
    const cases = await rows(team, sql`select currency from "case" order by currency`);
    expect(cases).toEqual([{ currency: 'EUR' }, { currency: 'USD' }]);
  });

  it('with another due date moves it, on record, and books nothing', async () => {
    const team = await imported(exportOf(acme));
    const { difference } = await next(team, exportOf({ ...acme, due: '2026-12-05' }));
    expect(difference.redated).toBe(1);
    expect(await rows(team, sql`select due_on, effective_due_on from invoice`)).toEqual([
      { due_on: '2026-12-05', effective_due_on: '2026-12-07' },
    ]);
    expect(await rows(team, sql`select details from audit where what = 'due date changed'`)).toMatchObject([
      { details: { number: 'R-1', from: '2026-11-02', to: '2026-12-05' } },
    ]);
    expect(await journal(office, team)).toHaveLength(1);
  });

  it('that is older than what the ledger covers is refused', async () => {
    const team = await imported(exportOf(acme));
    await expect(next(team, exportOf(acme, beta), '2026-11-19')).rejects.toThrow(
      /The ledger covers 2026-11-20 already; an export as of 2026-11-19 is older/,
    );
  });
});

describe('an invoice that is gone from the file', () => {
  it('is proposed as paid and not assumed to be', async () => {
    const team = await imported(exportOf(acme, beta));
    const { vanished } = await next(team, exportOf(beta));
    expect(vanished).toMatchObject({ count: 1, amounts: [{ currency: 'EUR', minor: '10000' }] });
    expect(await openItems(office, team)).toEqual(['R-1: 100.00 of 100.00', 'R-2: 50.00 of 50.00']);
  });

  it('is booked as paid on the export’s day when finance says so, once', async () => {
    const team = await imported(exportOf(acme, beta));
    const { importId } = await next(team, exportOf(beta));
    const { Fiona, Ada } = team.people;
    expect(await refusalOf(settleVanished(office, Ada, importId))).toBe(
      'You cannot book invoices as paid: that is for finance (Fiona).',
    );
    const booked = await Promise.allSettled([1, 2].map(() => settleVanished(office, Fiona, importId)));
    expect(booked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(settleVanished(office, Fiona, importId))).toBe('Fiona booked them already.');
    expect((await journal(office, team)).slice(2)).toEqual([
      'cash receivable 100.00 2026-11-21 import:C-1:R-1:paid',
    ]);
  });

  it('and was paid here meanwhile is paid for the rest only', async () => {
    const team = await imported(exportOf(acme, beta));
    const { importId } = await next(team, exportOf(beta));
    await payByHand(team, 'R-1', 30_00n, '2026-11-21');
    await settleVanished(office, team.people.Fiona, importId);
    expect((await journal(office, team)).at(-1)).toBe('cash receivable 70.00 2026-11-21 import:C-1:R-1:paid');
  });

  it('and back in the next one is open again', async () => {
    const team = await imported(exportOf(acme, beta));
    const { importId } = await next(team, exportOf(beta));
    await settleVanished(office, team.people.Fiona, importId);
    await next(team, exportOf(acme, beta), '2026-11-22');
    expect(await openItems(office, team)).toEqual(['R-1: 100.00 of 100.00', 'R-2: 50.00 of 50.00']);
  });

  it('cannot be booked from the card of an older import', async () => {
    const team = await imported(exportOf(acme, beta));
    const { importId } = await next(team, exportOf(beta));
    await next(team, exportOf(acme, beta), '2026-11-22');
    expect(await refusalOf(settleVanished(office, team.people.Fiona, importId))).toMatch(
      /^A newer file was imported since/,
    );
    expect(await openItems(office, team)).toContain('R-1: 100.00 of 100.00');
  });

  it('has not vanished when its row is only bad', async () => {
    const team = await imported(exportOf(acme, beta));
    const second = await next(team, exportOf({ ...acme, due: '2026-02-31' }, beta));
    expect(second.badRows).toEqual({
      count: 1,
      first: [{ row: 2, reason: 'due date "2026-02-31" does not exist' }],
    });
    expect(second.vanished.count).toBe(0);
  });
});

describe('a payment that was recorded here', () => {
  it('after the day of the export stays: the file cannot know it', async () => {
    const team = await imported(exportOf(acme));
    await payByHand(team, 'R-1', 100_00n, '2026-11-22');
    const second = await next(team, exportOf(acme));
    expect(await openItems(office, team)).toEqual(['R-1: 0.00 of 100.00']);
    expect(second.difference.kept).toEqual({ count: 1, amounts: [{ currency: 'EUR', minor: '10000' }] });
    expect(matches(second)).toBe(true);
  });

  it('after it stays beside what the file shows to have come before', async () => {
    const team = await imported(exportOf(acme));
    await payByHand(team, 'R-1', 30_00n, '2026-11-22');
    const second = await next(team, exportOf({ ...acme, open: '60.00', total: '100.00' }));
    expect((await journal(office, team)).at(-1)).toBe('cash receivable 40.00 2026-11-21 import:C-1:R-1:paid');
    expect(await openItems(office, team)).toEqual(['R-1: 30.00 of 100.00']);
    expect(matches(second)).toBe(true);
  });

  it('before it stays too, and is not booked a second time when the file knows it', async () => {
    const team = await imported(exportOf(acme));
    await payByHand(team, 'R-1', 40_00n, '2026-11-20');
    const unaware = await next(team, exportOf(acme));
    expect(unaware.difference.kept.count).toBe(1);
    const aware = await next(team, exportOf({ ...acme, open: '60.00', total: '100.00' }), '2026-11-22');
    expect(aware.difference).toMatchObject(noDifference);
    expect(await openItems(office, team)).toEqual(['R-1: 60.00 of 100.00']);
  });

  it('is not overtaken by a smaller sum in the file', async () => {
    const team = await imported(exportOf(acme));
    await payByHand(team, 'R-1', 80_00n, '2026-11-20');
    const second = await next(team, exportOf({ ...acme, open: '10.00', total: '50.00' }));
    expect(await openItems(office, team)).toEqual(['R-1: 20.00 of 100.00']);
    expect(second.difference.kept.count).toBe(1);
    expect(matches(second)).toBe(true);
  });
});

describe('a credit note', () => {
  const credit: Row = { invoice: 'G-1', open: '-20.00' };

  it('is credit nobody has allocated, and counts in the control total', async () => {
    const team = await openTeam(office);
    const total = await importNow(office, team, exportOf(acme, credit));
    expect((await journal(office, team)).at(-1)).toBe(
      'credit unapplied 20.00 2026-11-20 import:C-1:G-1:credited',
    );
    expect(total.inLedger).toEqual({ count: 2, amounts: [{ currency: 'EUR', minor: '8000' }] });
    expect(matches(total)).toBe(true);
    expect(await rowsIn(office, team, 'invoice')).toBe(1);
  });

  it('again changes nothing; with less left it is taken back and booked anew', async () => {
    const team = await imported(exportOf(acme, credit));
    await next(team, exportOf(acme, credit));
    expect(await journal(office, team)).toHaveLength(2);
    const used = await next(
      team,
      exportOf(acme, { ...credit, open: '-5.00', total: '-20.00' }),
      '2026-11-22',
    );
    expect((await journal(office, team)).slice(2)).toEqual([
      'unapplied credit 20.00 2026-11-22 import:C-1:G-1:credited:reversed',
      'credit unapplied 5.00 2026-11-22 import:C-1:G-1:credited#2',
    ]);
    expect(matches(used)).toBe(true);
  });

  it('that is gone is used up when finance says so', async () => {
    const team = await imported(exportOf(acme, credit));
    const { importId, vanished } = await next(team, exportOf(acme));
    expect(vanished).toMatchObject({ count: 1, amounts: [{ currency: 'EUR', minor: '-2000' }] });
    await settleVanished(office, team.people.Fiona, importId);
    expect((await journal(office, team)).at(-1)).toBe(
      'unapplied credit 20.00 2026-11-21 import:C-1:G-1:credited:reversed',
    );
    const back = await next(team, exportOf(acme, credit), '2026-11-22');
    expect((await journal(office, team)).at(-1)).toBe(
      'credit unapplied 20.00 2026-11-22 import:C-1:G-1:credited#2',
    );
    expect(matches(back)).toBe(true);
  });
});

const none = { count: 0, amounts: [] };
const noDifference = {
  fresh: none,
  history: none,
  paid: none,
  reopened: none,
  rebooked: none,
  redated: 0,
  vanished: none,
  kept: none,
};

async function imported(bytes: Uint8Array): Promise<Team> {
  const team = await openTeam(office);
  await importNow(office, team, bytes);
  return team;
}

function next(team: Team, bytes: Uint8Array, asOf = '2026-11-21') {
  return importNow(office, team, bytes, { asOf });
}

/** As finance records cash: with a key of its own. */
async function payByHand(team: Team, invoice: string, amount: bigint, on: string): Promise<void> {
  await within(office, team.workspaceId, async (scope) => {
    const [row] = await scope.tx.execute<{ id: bigint; customer_id: bigint }>(
      sql`select id, customer_id from invoice where number = ${invoice}`,
    );
    await post(scope, [
      {
        debit: 'cash',
        credit: 'receivable',
        amount,
        currency: 'EUR',
        customerId: Number(row!.customer_id),
        invoiceId: Number(row!.id),
        bookedOn: day(on),
        key: `finance:${invoice}:${on}`,
      },
    ]);
  });
}

async function covers(team: Team): Promise<unknown> {
  const [row] = await rows(team, sql`select ledger_covers from workspace`);
  return row?.['ledger_covers'];
}

function rows(
  { workspaceId }: Team,
  query: ReturnType<typeof sql>,
): Promise<readonly Record<string, unknown>[]> {
  return within(office, workspaceId, async ({ tx }) => [...(await tx.execute(query))]);
}
