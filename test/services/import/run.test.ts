import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../db/client.ts';
import { confirmImport } from '../../../src/services/import/confirm.ts';
import { resumeImports, runImport } from '../../../src/services/import/run.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { exportOf, importNow, journal, openItems, order, rowsIn, stateOf } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const acme = { invoice: 'R-1', open: '60.00', total: '100.00' };
const beta = { invoice: 'R-2', open: '50.00', customer: 'C-2', name: 'Beta' };

describe('a first import', () => {
  it('issues every invoice and books what was paid of it before', async () => {
    const team = await openTeam(office);
    await importNow(office, team, exportOf(acme, beta));
    expect(await journal(office, team)).toEqual([
      'receivable sales 100.00 2026-10-01 import:C-1:R-1:issued',
      'receivable sales 50.00 2026-10-01 import:C-2:R-2:issued',
      'cash receivable 40.00 2026-11-20 import:C-1:R-1:paid',
    ]);
    expect(await openItems(office, team)).toEqual(['R-1: 60.00 of 100.00', 'R-2: 50.00 of 50.00']);
  });

  it('opens a case for each debtor, due at once, and covers the day of the export', async () => {
    const team = await openTeam(office);
    await importNow(office, team, exportOf(acme, beta));
    const cases = await rows(
      team,
      sql`select currency, wake_at <= ${office.now.toISOString()}::timestamptz as due from "case"`,
    );
    expect(cases).toEqual([
      { currency: 'EUR', due: true },
      { currency: 'EUR', due: true },
    ]);
    expect(await rows(team, sql`select ledger_covers from workspace`)).toEqual([
      { ledger_covers: '2026-11-20' },
    ]);
    expect(office.woken).toContainEqual({ kind: 'tick', workspaceId: team.workspaceId });
  });

  it('moves due dates off the closed days of the customer’s own country', async () => {
    const team = await openTeam(office);
    // A Saturday in Germany; in Bavaria's neighbour Austria Tue 8 December is a holiday.
    await importNow(office, team, exportOf({ ...acme, due: '2026-12-12' }));
    expect(await rows(team, sql`select due_on, effective_due_on from invoice`)).toEqual([
      { due_on: '2026-12-12', effective_due_on: '2026-12-14' },
    ]);
    const austrian = await openTeam(office);
    await importNow(office, austrian, exportOf({ ...acme, due: '2026-12-08' }), { country: 'AT' });
    expect(await rows(austrian, sql`select effective_due_on from invoice`)).toEqual([
      { effective_due_on: '2026-12-09' },
    ]);
  });

  it('gives a customer of another country its zone, if it has just one', async () => {
    const zones = async (answers: Parameters<typeof importNow>[3]): Promise<unknown> => {
      const team = await openTeam(office);
      await importNow(office, team, exportOf(acme), answers);
      return rows(team, sql`select country, zone from customer`);
    };
    expect(await zones({})).toEqual([{ country: null, zone: null }]);
    expect(await zones({ country: 'GB' })).toEqual([{ country: 'GB', zone: 'Europe/London' }]);
    expect(await zones({ country: 'US' })).toEqual([{ country: 'US', zone: null }]);
    expect(await zones({ country: 'US', zone: 'America/Chicago' })).toEqual([
      { country: 'US', zone: 'America/Chicago' },
    ]);
  });

  it('keeps every spelling of a customer, under the most frequent one', async () => {
    const team = await openTeam(office);
    const spelled = ['Acme', 'ACME Corp', 'ACME Corp'].map((name, n) => ({
      invoice: `R-${n}`,
      open: '1.00',
      name,
    }));
    await importNow(office, team, exportOf(...spelled));
    expect(await rows(team, sql`select name from customer`)).toEqual([{ name: 'ACME Corp' }]);
    expect(await rows(team, sql`select name, count from customer_spelling order by count`)).toEqual([
      { name: 'Acme', count: 1 },
      { name: 'ACME Corp', count: 2 },
    ]);
  });

  it('tells the team in one line, and the history with the sums', async () => {
    const team = await openTeam(office);
    await importNow(office, team, exportOf(acme, beta));
    expect(await rows(team, sql`select notice from outbox where stream = 'channel'`)).toEqual([
      {
        notice: {
          kind: 'ledger imported',
          items: 2,
          amount: '€110.00',
          asOf: '2026-11-20',
          overdueCustomers: 2,
          overdueAmount: '€110.00',
        },
      },
    ]);
    const entries = await rows(team, sql`select what, details->>'amount' as amount from audit order by id`);
    expect(entries.slice(-3)).toEqual([
      { what: 'file received', amount: null },
      { what: 'import confirmed', amount: null },
      { what: 'ledger imported', amount: '€110.00' },
    ]);
  });

  it('writes contacts down, and forgets a bounce only when the address changes', async () => {
    const team = await openTeam(office);
    const bounced = (email: string) => exportOf({ ...acme, email });
    await importNow(office, team, bounced('pay@acme.example'));
    await within(office, team.workspaceId, ({ tx }) =>
      tx.execute(sql`update contact set email_refused_at = now()`),
    );
    const contacts = () =>
      rows(team, sql`select email, email_refused_at is null as good from contact order by id`);
    await importNow(office, team, bounced('pay@acme.example'), { asOf: '2026-11-21' });
    expect(await contacts()).toEqual([{ email: 'pay@acme.example', good: false }]);
    await importNow(office, team, bounced('billing@acme.example'), { asOf: '2026-11-22' });
    expect(await contacts()).toEqual([
      { email: 'pay@acme.example', good: false },
      { email: 'billing@acme.example', good: true },
    ]);
  });

  it('lets an invoice enter the ladder where the file says it stands', async () => {
    const team = await openTeam(office);
    const dunned = [
      { ...acme, dunned: '3' },
      { invoice: 'R-3', open: '5.00', dunned: '1' },
      { invoice: 'R-4', open: '5.00' },
    ];
    await importNow(office, team, exportOf(...dunned));
    const received = await rows(
      team,
      sql`select o.step, o.how, o.on_day, string_agg(i.number, ' ' order by i.number) as invoices
        from occurrence o join occurrence_invoice n on n.occurrence_id = o.id and n.step = o.step
        join invoice i on i.id = n.invoice_id group by 1, 2, 3`,
    );
    expect(received.toSorted((a, b) => String(a['step']).localeCompare(String(b['step'])))).toEqual([
      { step: 'due-day-call', how: 'done', on_day: '2026-11-19', invoices: 'R-1' },
      { step: 'friendly-call', how: 'done', on_day: '2026-11-19', invoices: 'R-1 R-3' },
      { step: 'payment-demand', how: 'delivered', on_day: '2026-11-19', invoices: 'R-1' },
    ]);
  });
});

it('a file of which nothing is issued yet imports nothing, and says so', async () => {
  const team = await openTeam(office);
  const total = await importNow(office, team, exportOf({ ...acme, issued: '2026-11-21', due: '2026-12-01' }));
  expect([total.rows, total.items.count, total.notYetIssued.count]).toEqual([1, 0, 1]);
  expect(await rowsIn(office, team, 'customer')).toBe(0);
});

describe('a failure in the middle', () => {
  it.each(['posting', 'invoice', 'customer', 'case'])(
    'at writing %s leaves nothing, says so on the card, and can be tried again',
    async (table) => {
      const team = await openTeam(office);
      const importId = await order(office, team, exportOf(acme, beta));
      await refusing(table, () => resumeImports(office, team.workspaceId));
      for (const written of [
        'posting',
        'invoice',
        'invoice_balance',
        'customer',
        'customer_spelling',
        'case',
      ])
        expect(await rowsIn(office, team, written)).toBe(0);
      const failed = await stateOf(office, team, importId);
      expect(failed.status).toBe('failed');
      expect(failed.findings.failure).toMatch(/^Something went wrong on our side \(error id .{8}\)/);
      await confirmImport(office, team.people.Ada, importId);
      await resumeImports(office, team.workspaceId);
      expect(await openItems(office, team)).toEqual(['R-1: 60.00 of 100.00', 'R-2: 50.00 of 50.00']);
    },
  );

  it('that kills the process leaves the import to whoever comes next', async () => {
    const team = await openTeam(office);
    const importId = await order(office, team, exportOf(acme));
    // The first runner's connections die under it: neither its work nor its failure is written down.
    const db = connect(database.appUrl, { max: 2 });
    let shown = 0;
    const ended: Promise<void>[] = [];
    const wake = (kind: string): void => {
      if (kind === 'deliver') shown += 1;
      if (shown === 3) ended.push(db.$client.end({ timeout: 0 }));
    };
    await expect(runImport({ ...office, db, wake }, team.workspaceId, importId)).rejects.toThrow(
      /Failed query|CONNECTION/,
    );
    await Promise.all(ended);
    expect(await rowsIn(office, team, 'customer')).toBe(0);
    expect(await stateOf(office, team, importId)).toMatchObject({ status: 'running' });
    await resumeImports(office, team.workspaceId);
    expect(await stateOf(office, team, importId)).toMatchObject({ status: 'done', progressPercent: 100 });
    expect(await openItems(office, team)).toEqual(['R-1: 60.00 of 100.00']);
  });
});

describe('two runners of one import', () => {
  it('at once import it once', async () => {
    const team = await openTeam(office);
    const importId = await order(office, team, exportOf(acme));
    const ran = await Promise.all([1, 2, 3].map(() => runImport(office, team.workspaceId, importId)));
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(await rowsIn(office, team, 'posting')).toBe(2);
    expect(await stateOf(office, team, importId)).toMatchObject({ status: 'done' });
  });

  it('one after the other import it once', async () => {
    const team = await openTeam(office);
    const importId = await order(office, team, exportOf(acme));
    expect(await runImport(office, team.workspaceId, importId)).toBe(true);
    expect(await runImport(office, team.workspaceId, importId)).toBe(false);
    expect(await rowsIn(office, team, 'posting')).toBe(2);
  });
});

it('several confirmed imports run one after the other', async () => {
  const team = await openTeam(office);
  const first = await order(office, team, exportOf(acme));
  const second = await order(office, team, exportOf(acme, beta));
  await resumeImports(office, team.workspaceId);
  for (const importId of [first, second])
    expect(await stateOf(office, team, importId)).toMatchObject({ status: 'done' });
  expect(await openItems(office, team)).toEqual(['R-1: 60.00 of 100.00', 'R-2: 50.00 of 50.00']);
});

it('the card moves from stage to stage while nothing of the import can be seen yet', async () => {
  const seen: { percent: number; invoices: number }[] = [];
  const team = await openTeam(office);
  const importId = await order(office, team, exportOf(acme));
  const watched = {
    ...office,
    wake: (kind: string) => (kind === 'deliver' ? watching.push(lookAgain()) : undefined),
  };
  const watching: Promise<unknown>[] = [];
  const lookAgain = async (): Promise<void> => {
    // In this order: what is seen of the invoices may be older than the percentage, never newer.
    const invoices = await rowsIn(office, team, 'invoice');
    const { progressPercent } = await stateOf(office, team, importId);
    seen.push({ percent: progressPercent, invoices });
  };
  await runImport(watched, team.workspaceId, importId);
  await Promise.all(watching);
  expect(watching.length).toBeGreaterThanOrEqual(5);
  expect(seen.filter(({ percent }) => percent < 100).every(({ invoices }) => invoices === 0)).toBe(true);
  expect(seen).toContainEqual({ percent: 100, invoices: 1 });
});

it('another workspace sees nothing of an import', async () => {
  const here = await openTeam(office);
  const there = await openTeam(office);
  const { importId } = await importNow(office, here, exportOf(acme));
  for (const table of ['import', 'customer', 'invoice', 'invoice_balance', 'posting', 'payment', 'case'])
    expect(await rowsIn(office, there, table)).toBe(0);
  await expect(stateOf(office, there, importId)).rejects.toThrow(/There is no import/);
  await expect(confirmImport(office, there.people.Fiona, importId)).rejects.toThrow(/There is no import/);
});

type Team = Awaited<ReturnType<typeof openTeam>>;

function rows(
  { workspaceId }: Pick<Team, 'workspaceId'>,
  query: ReturnType<typeof sql>,
): Promise<readonly Record<string, unknown>[]> {
  return within(office, workspaceId, async ({ tx }) => [...(await tx.execute(query))]);
}

/** Has the database refuse every new row of a table for a while. */
async function refusing(table: string, work: () => Promise<void>): Promise<void> {
  const owner = connect(database.ownerUrl, { max: 1 });
  const name = sql.identifier(table);
  try {
    await owner.execute(sql`create or replace function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'planted'; end $$`);
    await owner.execute(
      sql`create trigger planted before insert on ${name} for each row execute function refuse()`,
    );
    await work();
    await owner.execute(sql`drop trigger planted on ${name}`);
  } finally {
    await owner.$client.end();
  }
}
