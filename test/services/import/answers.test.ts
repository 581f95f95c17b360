import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { answerImport } from '../../../src/services/import/answer.ts';
import { badRowsOf } from '../../../src/services/import/bad-rows.ts';
import { cancelImport, confirmImport } from '../../../src/services/import/confirm.ts';
import { importFromFile } from '../../../src/services/import/from-file.ts';
import { importQuestions } from '../../../src/services/import/questions.ts';
import { receiveFile } from '../../../src/services/import/receive.ts';
import { businessNow } from '../../../src/services/clock/now.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { refusalOf } from '../../support/refusal.ts';
import { csvBytes } from '../../support/samples/csv.ts';
import { exportOf, importNow, openItems, order, type Row, rowsIn, stateOf } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const acme: Row = { invoice: 'R-1', open: '100.00' };
const file = { name: 'items.csv', bytes: exportOf(acme) };
/** Nothing in it says which currency, or whether day or month comes first. */
const terse = {
  name: 'terse.csv',
  bytes: csvBytes([
    ['Invoice number', 'Customer', 'Invoice date', 'Due date', 'Amount'],
    ['R-1', 'Acme', '03/04/2026', '05/06/2026', '1.200'],
  ]),
};

describe('a file that is given', () => {
  it('shows its giver a card in their direct messages, and nobody else', async () => {
    const { workspaceId, people } = await openTeam(office);
    const importId = await receiveFile(office, people.Fiona, file);
    expect(await rows(workspaceId, sql`select stream, notice from outbox`)).toEqual([
      {
        stream: `member:${people.Fiona.memberId}`,
        notice: { kind: 'card', card: 'import', subject: String(importId) },
      },
    ]);
  });

  it('by somebody who may not is refused by name of who may, and not kept', async () => {
    const team = await openTeam(office);
    for (const person of [team.people.Rita, team.people.Lena, team.people.Max])
      expect(await refusalOf(receiveFile(office, person, file))).toBe(
        'You cannot import open items: that is for finance or admin (Fiona, Ada).',
      );
    expect(await rowsIn(office, team, 'import')).toBe(0);
  });

  it('that is no CSV file is refused with the way out, and not kept', async () => {
    const team = await openTeam(office);
    const pdf = { name: 'items.pdf', bytes: new TextEncoder().encode('%PDF-1.7 …') };
    expect(await refusalOf(receiveFile(office, team.people.Ada, pdf))).toMatch(
      /is a PDF; only Excel workbooks/,
    );
    expect(await rowsIn(office, team, 'import')).toBe(0);
  });

  it('twice, while it waits, is one import', async () => {
    const team = await openTeam(office);
    const first = await receiveFile(office, team.people.Fiona, file);
    expect(await receiveFile(office, team.people.Fiona, { ...file, name: 'again.csv' })).toBe(first);
    expect(await receiveFile(office, team.people.Ada, file)).not.toBe(first);
  });

  it('keeps its bytes as they are, and a name that can be shown', async () => {
    const team = await openTeam(office);
    const importId = await receiveFile(office, team.people.Fiona, { ...file, name: 'a\0b\u202Ec.csv' });
    expect((await stateOf(office, team, importId)).fileName).toBe('a b c.csv');
    const [kept] = await rows(team.workspaceId, sql`select encode(bytes, 'base64') as text from import`);
    expect(Buffer.from(String(kept?.['text']), 'base64').equals(Buffer.from(file.bytes))).toBe(true);
  });
});

it('a file with characters that no database takes is kept and shown all the same', async () => {
  const team = await openTeam(office);
  const header = `${'x'.repeat(79)}😀, Due date`.split(', ');
  const bytes = csvBytes([
    ['Invoice number', 'Customer', 'Invoice date', ...header, 'Amount'],
    ['R-1', 'Acme', 'a\0b', 'y', '2026-11-02', '1.00'],
  ]);
  const importId = await receiveFile(office, team.people.Fiona, { name: 'odd.csv', bytes });
  const { recognised } = (await stateOf(office, team, importId)).findings;
  expect(recognised.unmapped.map(({ header: name }) => name)).toContain(`${'x'.repeat(79)}\uFFFD`);
});

describe('what is asked', () => {
  it('is only what the file does not tell', async () => {
    const { people } = await openTeam(office);
    const plain = await importQuestions(office, people.Fiona, await receiveFile(office, people.Fiona, file));
    expect(plain).toMatchObject({
      asOf: '2026-11-23',
      place: { country: 'DE', zone: 'Europe/Berlin' },
      clock: true,
    });
    expect([plain.currency, plain.dateOrder, plain.decimal]).toEqual([undefined, undefined, undefined]);
    const open = await importQuestions(office, people.Fiona, await receiveFile(office, people.Fiona, terse));
    expect([open.currency, open.dateOrder, open.decimal].every((asked) => asked?.question)).toBe(true);
  });

  it('is answered with everything that is wrong, each beside its field', async () => {
    const { people } = await openTeam(office);
    const importId = await receiveFile(office, people.Fiona, terse);
    const typed = { asOf: 'tomorrow', currency: 'EURO', country: 'ZZ', zone: 'Berlin', dateOrder: 'YMD' };
    expect(await answerImport(office, people.Fiona, importId, typed)).toEqual({
      asOf: 'Tue 24 Nov is still to come: an export knows today (Mon 23 Nov) at the latest.',
      currency: expect.stringMatching(/^"EURO" is not a currency code/),
      country: expect.stringMatching(/^No holidays are known for country "ZZ"/),
      zone: expect.stringMatching(/^"Berlin" is not a time zone/),
      dateOrder: '"YMD" is none of DMY, MDY: choose one of them.',
      decimal: expect.stringMatching(/Is the decimal mark a point or a comma\?$/),
    });
    expect(await answerImport(office, people.Fiona, importId, { asOf: '2026-11-20' })).toMatchObject({
      currency: expect.stringMatching(/Which one is it\?$/),
      dateOrder: expect.stringMatching(/Does the day or the month come first\?$/),
    });
  });

  it('is read as people type it', async () => {
    const team = await openTeam(office);
    const importId = await receiveFile(office, team.people.Fiona, terse);
    const typed = { asOf: 'fri', currency: 'usd ', country: 'at', dateOrder: 'MDY', decimal: ',' };
    expect(await answerImport(office, team.people.Fiona, importId, typed)).toBeUndefined();
    const { answers, findings } = await stateOf(office, team, importId);
    expect(answers).toMatchObject({ asOf: '2026-11-20', currency: 'USD', country: 'AT', dateOrder: 'MDY' });
    expect(findings.preview?.items).toEqual({ count: 1, amounts: [{ currency: 'USD', minor: '120000' }] });
  });

  it('is refused once the import is decided', async () => {
    const team = await openTeam(office);
    const importId = await order(office, team, file.bytes);
    expect(await refusalOf(answerImport(office, team.people.Fiona, importId, { asOf: 'today' }))).toBe(
      'items.csv is being imported now: its answers can no longer be changed. Drop the file once more to start anew.',
    );
  });
});

describe('the preview', () => {
  it('says what is issued and open, due, hidden, bad and spelled in several ways', async () => {
    const team = await openTeam(office);
    const bytes = exportOf(
      acme,
      { invoice: 'R-2', open: '50.00', name: 'ACME', due: '2026-11-20' },
      { invoice: 'R-3', open: '7.00', issued: '2026-11-21', due: '2026-12-21' },
      { invoice: 'R-4', open: 'x' },
    );
    const importId = await receiveFile(office, team.people.Fiona, { name: 'a.csv', bytes });
    await answerImport(office, team.people.Fiona, importId, { asOf: '2026-11-20' });
    const { preview } = (await stateOf(office, team, importId)).findings;
    const euros = (minor: string) => [{ currency: 'EUR', minor }];
    expect(preview).toMatchObject({
      items: { count: 2, amounts: euros('15000') },
      due: { count: 1, customers: 1, amounts: euros('10000') },
      notYetIssued: { count: 1, amounts: euros('700') },
      badRows: { count: 1, first: [{ row: 5, reason: expect.stringContaining('"x"') }] },
      spellings: { count: 1, examples: [{ number: 'C-1', name: 'Acme', others: ['ACME'] }] },
    });
    expect(preview?.difference).toBeUndefined();
    expect(await rowsIn(office, team, 'invoice')).toBe(0);
  });

  it('is held against the ledger when there is one', async () => {
    const team = await openTeam(office);
    await importNow(office, team, exportOf(acme, { invoice: 'R-2', open: '50.00' }));
    const bytes = exportOf({ ...acme, open: '60.00', total: '100.00' }, { invoice: 'R-9', open: '1.00' });
    const importId = await receiveFile(office, team.people.Fiona, { name: 'b.csv', bytes });
    await answerImport(office, team.people.Fiona, importId, { asOf: '2026-11-21' });
    const { preview } = (await stateOf(office, team, importId)).findings;
    expect(preview?.difference).toMatchObject({
      fresh: { count: 1 },
      paid: { count: 1, amounts: [{ currency: 'EUR', minor: '4000' }] },
      vanished: { count: 1 },
    });
  });
});

describe('bad rows', () => {
  it('hold no good one up, and come back as a file that can be mended and given again', async () => {
    const team = await openTeam(office);
    const bytes = exportOf(acme, { invoice: 'R-2', open: '50.00', due: '2026-02-31' });
    const { importId } = await importNow(office, team, bytes);
    expect(await openItems(office, team)).toEqual(['R-1: 100.00 of 100.00']);
    const bad = await badRowsOf(office, team.people.Fiona, importId);
    expect(bad.name).toBe('items bad rows.csv');
    const mended = new TextDecoder().decode(bad.bytes).replaceAll('2026-02-31', '2026-02-28');
    expect(mended).toContain('does not exist');
    await importNow(office, team, new TextEncoder().encode(mended), { asOf: '2026-11-21' });
    expect(await openItems(office, team)).toEqual(['R-1: 100.00 of 100.00', 'R-2: 50.00 of 50.00']);
  });
});

describe('a decision', () => {
  it('taken twice at once counts once, and the second is told who was first', async () => {
    const team = await openTeam(office);
    const { Fiona, Ada } = team.people;
    const importId = await receiveFile(office, Fiona, file);
    await answerImport(office, Fiona, importId, { asOf: '2026-11-20' });
    const both = await Promise.allSettled([Fiona, Ada].map((who) => confirmImport(office, who, importId)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(confirmImport(office, Ada, importId))).toMatch(
      /^items.csv is decided already: (Fiona|Ada) confirmed it; it is running\.$/,
    );
    expect(await refusalOf(cancelImport(office, Ada, importId))).toMatch(/is decided already/);
    const confirmed = await rows(team.workspaceId, sql`select from audit where what = 'import confirmed'`);
    expect(confirmed).toHaveLength(1);
  });

  it('to import waits for a preview', async () => {
    const { people } = await openTeam(office);
    const importId = await receiveFile(office, people.Fiona, file);
    expect(await refusalOf(confirmImport(office, people.Fiona, importId))).toMatch(/has no preview yet/);
  });

  it('to cancel ends it', async () => {
    const team = await openTeam(office);
    const importId = await receiveFile(office, team.people.Fiona, file);
    await cancelImport(office, team.people.Fiona, importId);
    expect(await stateOf(office, team, importId)).toMatchObject({ status: 'cancelled' });
    expect(await refusalOf(confirmImport(office, team.people.Fiona, importId))).toBe(
      'items.csv is decided already: Fiona cancelled it.',
    );
  });
});

describe('the business clock', () => {
  it('goes to the morning of an old export’s day, if that was answered and nothing was imported before', async () => {
    const team = await openTeam(office);
    await order(office, team, file.bytes, { asOf: '2026-10-20', clock: 'move' });
    expect(await businessNow(office, team.workspaceId)).toEqual(new Date('2026-10-20T06:00:00Z'));
    const routines = await rows(team.workspaceId, sql`select min(next_at)::text as next from routine`);
    expect(routines).toEqual([{ next: '2026-10-20 06:30:00+00' }]);
  });

  it.each([
    ['it was answered to keep it', { asOf: '2026-10-20', clock: 'keep' }, true],
    ['the export is fresh', { asOf: '2026-11-20', clock: 'move' }, true],
    ['it is the machine’s', { asOf: '2026-10-20', clock: 'move' }, false],
  ])('stays where it is when %s', async (_, answers, movableClock) => {
    const team = await openTeam(office);
    await order({ ...office, movableClock }, team, file.bytes, answers);
    expect(await businessNow(office, team.workspaceId)).toEqual(office.now);
  });

  it('stays where it is once there is a ledger', async () => {
    const team = await openTeam(office);
    await importNow(office, team, file.bytes, { asOf: '2026-10-20', clock: 'keep' });
    await order(office, team, exportOf(acme, { invoice: 'R-2', open: '1.00' }), {
      asOf: '2026-10-21',
      clock: 'move',
    });
    expect(await businessNow(office, team.workspaceId)).toEqual(office.now);
  });
});

describe('from the command line', () => {
  it('a file goes the same way, in the name of an admin, and answers with its control total', async () => {
    const team = await openTeam(office);
    const said = await importFromFile(office, team.workspaceId, { ...file, answers: { asOf: '2026-11-20' } });
    expect(said).toBe(
      [
        '1 row in the file: 1 imported (€100.00)',
        '✓ The ledger holds €100.00 of them: it matches the file to the cent',
      ].join('\n'),
    );
    expect(await openItems(office, team)).toEqual(['R-1: 100.00 of 100.00']);
  });

  it('all that is missing is said at once, and nothing is imported', async () => {
    const team = await openTeam(office);
    const told = refusalOf(
      importFromFile(office, team.workspaceId, { ...terse, answers: { asOf: '2026-11-20' } }),
    );
    expect(await told).toMatch(/currency.* first\? .*decimal mark/s);
    expect(await rowsIn(office, team, 'invoice')).toBe(0);
  });
});

function rows(
  workspaceId: number,
  query: ReturnType<typeof sql>,
): Promise<readonly Record<string, unknown>[]> {
  return within(office, workspaceId, async ({ tx }) => [...(await tx.execute(query))]);
}
