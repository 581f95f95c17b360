import { describe, expect, test } from 'vitest';
import { account } from '../../../commands/account.ts';
import { team } from '../../../commands/team.ts';
import { bookCustomer } from '../../support/book.ts';
import { buttonsOf, openDesk, wordsOn } from '../../support/desk.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
// Monday, nine in the morning in Berlin.
office.now = new Date('2026-02-23T08:00:00Z');

async function start() {
  const { workspaceId } = await openTeam(office);
  const invoices = [{ number: 'R-1', amount: 100_000n, dueOn: '2026-02-02' }];
  await bookCustomer(office, workspaceId, { number: '1', name: 'Lager', invoices });
  const desk = openDesk(office, workspaceId, [account, team]);
  const file = async (): Promise<string> => wordsOn((await desk.type('U-Lena', '/account lager')).card);
  return { desk, file };
}

describe('what late payment costs', () => {
  test('is the law of the country until somebody says otherwise', async () => {
    const { file } = await start();
    expect(await file()).toContain(
      'Late payment costs base rate + 9 points, €40 for each late invoice (§ 288 BGB)',
    );
    // €1,000 × 10.27 % × 21 ÷ 365
    expect(await file()).toContain('R-1: €5.91 = 21 days × €1,000.00 at 10.27 % a year; fixed sum €40.00');
  });

  test('is nothing yet in Germany for the whole team’s customers when no due date was agreed', async () => {
    const { desk, file } = await start();
    const { form } = await desk.type('U-Ada', '/team terms');
    const { card } = await desk.submit('U-Ada', form!, { regime: 'law', dueDate: 'no' });
    expect(wordsOn(card)).toContain('no due date was agreed');
    expect(await file()).toContain('no due date was agreed');
    expect(await file()).not.toContain('Late payment costs so far');
  });

  test('is one customer’s own matter, over the team’s, and goes back to it', async () => {
    const { desk, file } = await start();
    const team = await desk.type('U-Ada', '/team terms');
    await desk.submit('U-Ada', team.form!, { regime: 'none', dueDate: 'yes' });
    expect(await file()).toContain('Late payment costs nothing, as agreed');
    const own = await desk.press('U-Lena', (await desk.type('U-Lena', '/account lager')).card!, 'Terms…');
    const contract = {
      regime: 'contract',
      rate: '12 % p.a.',
      graceDays: '7',
      dueDate: 'team',
      business: 'yes',
    };
    await desk.submit('U-Lena', own.form!, contract);
    expect(await file()).toContain('Late payment costs 12.00 % a year by contract, 7 days of grace');
    // €1,000 × 12 % × 14 ÷ 365
    expect(await file()).toContain('Late payment costs so far: €4.60');
    await desk.submit('U-Lena', own.form!, { regime: 'team', dueDate: 'team', business: 'yes' });
    expect(await file()).toContain('Late payment costs nothing, as agreed');
  });

  test('is told beside the field that is wrong, and nothing is saved', async () => {
    const { desk, file } = await start();
    const { form } = await desk.type('U-Lena', '/account terms lager');
    const submit = async (values: Readonly<Record<string, string>>) =>
      (await desk.submit('U-Lena', form!, { dueDate: 'team', business: 'yes', ...values })).errors;
    expect(await submit({ regime: 'contract' })).toHaveProperty('regime');
    expect(await submit({ regime: 'law', rate: '12 % a year' })).toHaveProperty('regime');
    const wrong = { regime: 'contract', rate: '12 %', fixedSum: '25', graceDays: 'some' };
    expect(Object.keys((await submit(wrong)) ?? {})).toEqual(['rate', 'fixedSum', 'graceDays']);
    expect(await file()).toContain('§ 288 BGB');
  });

  test('is for leads, managers, finance and admins to say; a rep is told so', async () => {
    const { desk } = await start();
    const { card } = await desk.type('U-Rita', '/account lager');
    const { refusal } = await desk.press('U-Rita', card!, 'Terms…');
    expect(refusal).toContain('lead or manager or finance or admin');
    expect((await desk.act('U-Lena', { command: 'team', action: 'terms', args: {} })).refusal).toContain(
      'Ada',
    );
    expect(buttonsOf((await desk.type('U-Lena', '/team')).card!).map(({ label }) => label)).not.toContain(
      'Late payment…',
    );
  });
});
