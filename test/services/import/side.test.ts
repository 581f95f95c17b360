import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { badRowsOf } from '../../../src/services/import/bad-rows.ts';
import { confirmImport } from '../../../src/services/import/confirm.ts';
import { receiveFile } from '../../../src/services/import/receive.ts';
import { resumeImports } from '../../../src/services/import/run.ts';
import { matches } from '../../../src/services/import/control-total.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { csvBytes } from '../../support/samples/csv.ts';
import { exportOf, importNow, journal, openItems, type Row, stateOf } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
type Team = Awaited<ReturnType<typeof openTeam>>;

const acme: Row = { invoice: 'R-1', open: '100.00', total: '100.00' };
const beta: Row = { invoice: 'R-2', open: '50.00', total: '50.00', customer: 'C-2', name: 'Beta' };

async function desk(): Promise<Team> {
  const team = await openTeam(office);
  await importNow(
    office,
    team,
    exportOf(acme, { ...acme, invoice: 'R-3', open: '7.00', total: '7.00' }, beta),
  );
  return team;
}

const table = (text: string): Uint8Array =>
  csvBytes(
    text
      .trim()
      .split('\n')
      .map((line) => line.trim().split('|')),
  );

/** Drops the file and looks at its preview. */
async function drop(team: Team, name: string, text: string): Promise<number> {
  return receiveFile(office, team.people.Fiona, { name, bytes: table(text) });
}

async function sideOf(team: Team, importId: number) {
  const { findings, kind, status } = await stateOf(office, team, importId);
  return { kind, status, ...findings.side, failure: findings.failure };
}

async function carryOut(team: Team, name: string, text: string) {
  const importId = await drop(team, name, text);
  await confirmImport(office, team.people.Fiona, importId);
  await resumeImports(office, team.workspaceId);
  return sideOf(team, importId);
}

async function lines(team: Team, query: ReturnType<typeof sql>): Promise<readonly string[]> {
  return within(office, team.workspaceId, async ({ tx }) =>
    (await tx.execute<{ line: string }>(query)).map(({ line }) => line),
  );
}

describe('a file about customers', () => {
  const contacts = `
    Customer number|Contact name|Role|E-mail|Phone|Language
    C-1|Anna Alt|Buchhaltung|anna@acme.example|+49 30 1|German
    C-1|Carl Chef|CFO|carl@acme.example||en
    C-9|Nobody|AP|||`;

  it('brings contacts with their roles, and names the rows it could not use', async () => {
    const team = await desk();
    const side = await carryOut(team, 'contacts.csv', contacts);
    expect(side).toMatchObject({ kind: 'customers', status: 'done', lines: ['2 new contacts'] });
    expect(side.badRows?.first).toEqual([
      { row: 4, reason: 'no customer is called "C-9" here: import the open items first, or correct it' },
    ]);
    const known = sql`select name || ' ' || role || ' ' || language || ' ' || coalesce(phone, '-') as line from contact order by name`;
    expect(await lines(team, known)).toEqual([
      'Anna Alt accounts payable de +49 30 1',
      'Carl Chef executive en -',
    ]);
    const again = await drop(team, 'contacts.csv', contacts);
    expect(await sideOf(team, again)).toMatchObject({ changes: 0, lines: [] });
    const newer = await carryOut(team, 'contacts.csv', contacts.replace('+49 30 1', '+49 30 2'));
    expect(newer.lines).toEqual(['1 known contact brought up to date']);
    expect(await lines(team, known)).toHaveLength(2);
  });

  it('gives owners by name, first name or mail, and refuses strangers by row', async () => {
    const team = await desk();
    const side = await carryOut(
      team,
      'owners.csv',
      `
      Customer name|Account owner
      Acme|Rita
      Beta|nobody@team.example`,
    );
    expect(side.lines).toEqual(['1 customer with another owner']);
    expect(side.badRows?.first[0]?.reason).toMatch(
      /^owner "nobody@team.example" is nobody of the team: choose one of .*Rita/,
    );
    const owners = sql`select c.number || ' ' || coalesce(m.name, '-') as line from customer c left join member m on m.id = c.owner_id order by 1`;
    expect(await lines(team, owners)).toEqual(['C-1 Rita', 'C-2 -']);
  });

  it('is not needed where the open items name the owner of a customer whom nobody owns', async () => {
    const team = await desk();
    const named = (open: string, owner: string): string => `
      Invoice number|Customer number|Customer name|Invoice date|Due date|Amount|Currency|Salesperson
      R-1|C-1|Acme|2026-10-01|2026-11-02|${open}|EUR|${owner}`;
    await importNow(office, team, table(named('90.00', 'Rita')), { asOf: '2026-11-21' });
    await importNow(office, team, table(named('80.00', 'Tom')), { asOf: '2026-11-22' });
    const owner = sql`select m.name as line from customer c join member m on m.id = c.owner_id`;
    expect(await lines(team, owner)).toEqual(['Rita']);
  });

  it('notes payer types, terms and the facts of credit; rows that contradict each other are bad', async () => {
    const team = await desk();
    const side = await carryOut(
      team,
      'terms.csv',
      `
      Customer number|Payer type|Terms|Language|Country|Tax id|Legal address|Credit limit|Currency|PO needed|Tags
      C-1|Public body|Net 30|de|AT|ATU1|Ring 1, Wien|5000.00|EUR|yes|VIP, exempt
      C-2|small|14 days||||||EUR||
      C-1|multi-site|||||||||
      C-2||soon||||||||a/b`,
    );
    expect(side.lines).toEqual(['2 customers with payer type, terms or other facts']);
    expect(side.badRows?.first.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '5: terms "soon" name no number of days: write 30, Net 30 or 30 days; "a/b" is no tag: write words of letters, digits and hyphens, up to 30 characters, such as vip or key-account.',
      '4: row 2 says something else about C-1',
    ]);
    const facts = sql`select concat_ws(' ', number, payer_type, terms_days, language, country, zone, tax_id, legal_address, credit_limit,
      credit_currency, needs_purchase_order, array_to_string(tags, '+')) as line from customer order by number`;
    expect(await lines(team, facts)).toEqual([
      'C-1 public body 30 de AT Europe/Vienna ATU1 Ring 1, Wien 500000 EUR t exempt+vip',
      'C-2 small business 14 ',
    ]);
  });
});

describe('a file of payments', () => {
  const payments = `
    Customer number|Invoice number|Payment date|Amount|Currency|Payment reference
    C-1|R-1|2026-11-21|40.00|EUR|tx 1
    C-1||2026-11-23|70.00|EUR|tx 2
    |R-2|2026-11-23|60.00|EUR|tx 3
    C-1||2026-11-24|1.00|EUR|tx 4
    C-2|R-77|2026-11-23|1.00|EUR|
    C-2||2026-11-19|1.00|EUR|`;

  it('pays the invoice it names, else the oldest, and leaves the rest unapplied; all of it once', async () => {
    const team = await desk();
    const side = await carryOut(team, 'payments.csv', payments);
    expect(side).toMatchObject({ kind: 'payments', lines: ['3 payments · €170.00'] });
    expect(side.badRows?.first.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '5: Tue 24 Nov is still to come',
      '6: invoice "R-77" is not known here: correct it, or leave it empty',
      '7: the open items as of Fri 20 Nov know of €1.00 of Thu 19 Nov already; if they do not, record it with /payment',
    ]);
    expect(await openItems(office, team)).toEqual([
      'R-1: 0.00 of 100.00',
      'R-2: 0.00 of 50.00',
      'R-3: 0.00 of 7.00',
    ]);
    const cash = (await journal(office, team)).filter((line) => line.startsWith('cash'));
    expect(cash.map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual([
      'receivable 40.00 2026-11-21',
      'receivable 60.00 2026-11-23',
      'receivable 7.00 2026-11-23',
      'unapplied 3.00 2026-11-23',
      'receivable 50.00 2026-11-23',
      'unapplied 10.00 2026-11-23',
    ]);
    const again = await drop(team, 'payments again.csv', `${payments}\n`);
    expect(await sideOf(team, again)).toMatchObject({
      changes: 0,
      lines: ['3 payments booked before: nothing changes by them'],
    });
    const later = await importNow(office, team, exportOf({ ...acme, open: '0.00' }), { asOf: '2026-11-23' });
    expect(matches(later)).toBe(true);
  });

  it('gives its bad rows back to be mended', async () => {
    const team = await desk();
    const importId = await drop(team, 'payments.csv', payments);
    const { name, bytes } = await badRowsOf(office, team.people.Fiona, importId);
    expect(name).toBe('payments bad rows.csv');
    expect(new TextDecoder().decode(bytes)).toContain('6,"invoice ""R-77"" is not known here');
  });
});

describe('a file of credit notes', () => {
  it('lowers the invoice it names, else waits as a credit that the next export finds', async () => {
    const team = await desk();
    const side = await carryOut(
      team,
      'credits.csv',
      `
      Customer number|Credit note number|Invoice number|Date|Amount|Currency
      C-1|G-1|R-1|2026-11-21|-30.00|EUR
      C-2|G-2||2026-11-22|5.00|EUR`,
    );
    expect(side).toMatchObject({ kind: 'credit notes', lines: ['2 credit notes · €35.00'] });
    expect((await journal(office, team)).slice(-2)).toEqual([
      expect.stringMatching(/^credit receivable 30.00 2026-11-21/),
      'credit unapplied 5.00 2026-11-22 import:C-2:G-2:credited',
    ]);
    const credit: Row = { ...beta, invoice: 'G-2', open: '-5.00', total: '-5.00' };
    const rest = { ...acme, invoice: 'R-3', open: '7.00', total: '7.00' };
    const next = await importNow(office, team, exportOf({ ...acme, open: '70.00' }, rest, beta, credit), {
      asOf: '2026-11-23',
    });
    expect(matches(next)).toBe(true);
    expect([next.difference.fresh.count, next.difference.rebooked.count, next.vanished.count]).toEqual([
      0, 0, 0,
    ]);
  });

  it('is credited once, though a later export lists it as open still, or in part, or no more', async () => {
    const team = await desk();
    const text = `
      Customer number|Credit note number|Invoice number|Date|Amount|Currency
      C-1|G-1|R-1|2026-11-21|-30.00|EUR`;
    await carryOut(team, 'credits.csv', text);
    const before = await journal(office, team);
    const rest = { ...acme, invoice: 'R-3', open: '7.00', total: '7.00' };
    const credit = (open: string): Row => ({ ...acme, invoice: 'G-1', open, total: open });
    const later = exportOf(acme, rest, beta, credit('-30.00'));
    expect(matches(await importNow(office, team, later, { asOf: '2026-11-23' }))).toBe(true);
    await importNow(office, team, exportOf({ ...acme, open: '80.00' }, rest, beta, credit('-10.00')), {
      asOf: '2026-11-23',
    });
    await importNow(office, team, exportOf({ ...acme, open: '70.00' }, rest, beta), { asOf: '2026-11-23' });
    expect(await journal(office, team)).toEqual(before);
    expect((await openItems(office, team))[0]).toBe('R-1: 70.00 of 100.00');
  });
});
