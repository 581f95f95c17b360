import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openDesk, plain, wordsOn } from '../support/desk.ts';
import { bookCustomer } from '../support/book.ts';
import { makeOffice, openTeam } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const { workspaceId, people } = await openTeam(office);
const desk = openDesk(office, workspaceId, commands);
const invoices = [
  { number: 'R-1', amount: 410_000n, dueOn: '2026-11-02' },
  { number: 'R-2', amount: 90_000n, dueOn: '2026-11-02', currency: 'USD' },
];
await bookCustomer(office, workspaceId, {
  number: '1001',
  name: 'Lagerhaus Nord',
  ownerId: people.Rita.memberId,
  invoices,
});

describe('a customer who owes in two currencies', () => {
  it('is asked about in the currency that the line names', async () => {
    const { card } = await desk.type('U-Rita', '/promise lagerhaus usd 900 fri');
    expect(wordsOn(card)).toContain('$900.00 promised');
    const euros = await desk.type('U-Rita', '/promise lagerhaus nord 4100 EUR fri');
    expect(wordsOn(euros.card)).toContain('€4,100.00 promised');
  });

  it('has a form for each', async () => {
    const { form } = await desk.type('U-Rita', '/escalate lagerhaus USD');
    expect(form?.intro?.map((part) => (part.kind === 'text' ? plain(part.text) : ''))).toEqual([
      expect.stringContaining('$900.00'),
    ]);
  });

  it('is not guessed at when the line names none', async () => {
    const { refusal } = await desk.type('U-Rita', '/promise lagerhaus 900 fri');
    expect(refusal).toContain('Lagerhaus Nord owes in EUR and USD: write the currency after the name');
  });
});
