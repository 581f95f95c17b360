import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  bankLine,
  customerIban,
  invoiceBalance,
  payment,
  posting,
  workspace,
} from '../../../db/schema/index.ts';
import { bookBankFile } from '../../../src/services/bank/book.ts';
import { decideLine } from '../../../src/services/bank/decide.ts';
import { receiveBankFile } from '../../../src/services/bank/file.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { camtStatement, type EntryRow } from '../../support/samples/camt.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

const sure: EntryRow = { amount: '4100.00', name: 'Holding', iban: 'DE9', text: 'R-1001', endToEndId: 'E-7' };
const unknown: EntryRow = { amount: '9.00', name: 'Unbekannt' };

/** Monday 23 November 2026, noon in Berlin; the ledger covers the Friday before. */
async function start() {
  office.now = new Date('2026-11-23T11:00:00Z');
  const team = await openTeam(office);
  const { workspaceId, people } = team;
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: '10042',
    name: 'Lagerhaus Nord GmbH',
    invoices: [
      { number: 'R-1001', amount: 410_000n, dueOn: '2026-11-10' },
      { number: 'R-1002', amount: 830_000n, dueOn: '2026-11-17' },
    ],
  });
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  await inside(({ tx }) =>
    tx.update(workspace).set({ ledgerCovers: '2026-11-20' }).where(eq(workspace.id, workspaceId)),
  );
  const receive = (entries: readonly EntryRow[], id = 'S1', closing?: string): Promise<number> => {
    const day = { from: '2026-11-23', to: '2026-11-23' };
    const text = camtStatement({ id, ...day, entries, ...(closing === undefined ? {} : { closing }) });
    return receiveBankFile(office, people.Fiona, {
      name: `${id}.xml`,
      bytes: new TextEncoder().encode(text),
    });
  };
  const drop = async (...args: Parameters<typeof receive>): Promise<void> =>
    bookBankFile(office, people.Fiona, await receive(...args));
  const open = () =>
    inside(async ({ tx }) =>
      (await tx.select().from(invoiceBalance).orderBy(asc(invoiceBalance.invoiceId))).map((row) => row.open),
    );
  const payments = () => inside(({ tx }) => tx.select().from(payment));
  const covers = () => inside(({ workspace: { ledgerCovers } }) => Promise.resolve(ledgerCovers));
  const lines = () => inside(({ tx }) => tx.select().from(bankLine).orderBy(asc(bankLine.id)));
  return { ...team, caseId: caseIds[0]!, inside, receive, drop, open, payments, covers, lines };
}

describe('a statement', () => {
  it('booked by two at once is booked once; the second is told who was first', async () => {
    const { receive, people, open, payments } = await start();
    const fileId = await receive([sure]);
    const tries = await Promise.allSettled([
      bookBankFile(office, people.Fiona, fileId),
      bookBankFile(office, people.Ada, fileId),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = tries.find((one) => one.status === 'rejected');
    expect(String(refused?.reason)).toMatch(/decided already: (?:Fiona|Ada) booked it/);
    expect(await open()).toEqual([0n, 830_000n]);
    expect(await payments()).toHaveLength(1);
  });

  it('that overlaps with an earlier one books only what is new', async () => {
    const { drop, open, payments, lines } = await start();
    await drop([sure], 'S1');
    await drop([sure, { ...sure, amount: '8300.00', text: 'R-1002', endToEndId: 'E-8' }], 'S2');
    await drop([sure], 'S3');
    expect(await open()).toEqual([0n, 0n]);
    expect(await payments()).toHaveLength(2);
    expect(await lines()).toHaveLength(2);
  });

  it('teaches from which account a customer pays, so that the next needs no number', async () => {
    const { drop, inside, lines } = await start();
    await drop([sure], 'S1');
    expect(await inside(({ tx }) => tx.select().from(customerIban))).toMatchObject([{ iban: 'DE9' }]);
    await drop([{ amount: '8300.00', name: 'Somebody', iban: 'DE9', text: 'danke' }], 'S2');
    expect((await lines()).map(({ status }) => status)).toEqual(['booked', 'booked']);
  });

  it('posts as much as came in, and what it takes back leaves nothing', async () => {
    const { drop, inside, open } = await start();
    await drop([sure], 'S1');
    await drop([{ ...sure, direction: 'DBIT', reversal: true, text: 'Rückgabe' }], 'S2');
    const rows = await inside(({ tx }) => tx.select().from(posting));
    const cash = rows.reduce(
      (sum, row) =>
        sum + (row.debit === 'cash' ? row.amount : 0n) - (row.credit === 'cash' ? row.amount : 0n),
      0n,
    );
    expect(cash).toBe(0n);
    expect(await open()).toEqual([410_000n, 830_000n]);
  });
});

describe('the covered day', () => {
  it('goes on to a statement’s last day', async () => {
    const { drop, covers } = await start();
    await drop([sure]);
    expect(await covers()).toBe('2026-11-23');
  });

  it('waits for money that waits for a person, and goes on with the decision', async () => {
    const { drop, covers, lines, people } = await start();
    await drop([sure, unknown]);
    expect(await covers()).toBe('2026-11-22');
    const waiting = (await lines()).find(({ status }) => status === 'waiting');
    await decideLine(office, people.Fiona, waiting!.id, { kind: 'ignore' });
    expect(await covers()).toBe('2026-11-23');
  });

  it('stays where it is when the balances do not add up', async () => {
    const { drop, covers } = await start();
    await drop([sure], 'S1', '99.00');
    expect(await covers()).toBe('2026-11-20');
  });
});

describe('a line that waits', () => {
  it('is decided once, by finance; the second is told who was first', async () => {
    const { drop, lines, people, caseId, open } = await start();
    await drop([unknown]);
    const { id } = (await lines())[0]!;
    await expect(decideLine(office, people.Rita, id, { kind: 'ignore' })).rejects.toThrow('finance (Fiona)');
    await decideLine(office, people.Fiona, id, { kind: 'book', caseId, invoices: ['R-1001'] });
    await expect(decideLine(office, people.Fiona, id, { kind: 'ignore' })).rejects.toThrow(
      'decided already: Fiona was first',
    );
    expect(await open()).toEqual([409_100n, 830_000n]);
  });
});
