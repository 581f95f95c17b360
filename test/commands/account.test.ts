import { describe, expect, it } from 'vitest';
import { contact, customerSpelling, workspace as ledgerOf } from '../../db/schema/index.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { saveContact } from '../../src/services/contact/save.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { recordUnreached } from '../../src/services/outcome/record.ts';
import { makePromise } from '../../src/services/promise/make.ts';
import { within } from '../../src/services/scope.ts';
import { bookCustomer } from '../support/book.ts';
import { wordsOn } from '../support/desk.ts';
import { makeOffice } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { anna, start } from './account/stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('the file of a customer', () => {
  it('is found by part of a name, by the number and by another spelling', async () => {
    const { desk, workspaceId, lagerhaus } = await start(office);
    await within(office, workspaceId, (scope) =>
      scope.tx
        .insert(customerSpelling)
        .values({ workspaceId, customerId: lagerhaus.customerId, name: 'LAGERHS. NORD', count: 3 }),
    );
    for (const asked of ['lagerhaus', '10042', 'lagerhs. nord', 'Lagerhaus Nord GmbH']) {
      const { card } = await desk.type('U-Rita', `/account ${asked}`);
      expect(wordsOn(card)).toContain('10042 · DE, Europe/Berlin · owner Rita\nalso written “LAGERHS. NORD”');
    }
  });

  it('shows the oldest invoices first, with their days and the sums of each age', async () => {
    const { desk } = await start(office);
    const { card } = await desk.type('U-Rita', '/account lagerhaus');
    expect(wordsOn(card)).toContain(
      [
        'Invoice | Issued | Due | Days over | Open',
        'R-1 | Tue 17 Nov | Tue 17 Nov | 6 | €8,300.00',
        'R-2 | Mon 14 Dec | Mon 14 Dec | – | €4,100.00',
        'not due yet €4,100.00 · 1–30 days €8,300.00',
      ].join('\n'),
    );
  });

  it('shows fifteen invoices and counts the rest', async () => {
    const { desk, workspaceId } = await start(office);
    const invoices = Array.from({ length: 18 }, (_, n) => ({
      number: `K-${n}`,
      amount: 100n,
      dueOn: `2026-11-${String(n + 1).padStart(2, '0')}`,
    }));
    await bookCustomer(office, workspaceId, { number: '7', name: 'Kurz KG', invoices });
    const words = wordsOn((await desk.type('U-Rita', '/account kurz')).card);
    expect(words).toContain('K-14 |');
    expect(words).not.toContain('K-15 |');
    expect(words).toContain('and 3 more invoices');
  });

  it('says what is missing, and no longer once it was noted', async () => {
    const { desk, people, caseId } = await start(office);
    const before = wordsOn((await desk.type('U-Rita', '/account lagerhaus')).card);
    expect(before).toContain('Missing: a contact (who pays?); a phone number; a mail address that works');
    await saveContact(office, people.Rita, caseId, anna);
    const after = wordsOn((await desk.type('U-Rita', '/account lagerhaus')).card);
    expect(after).toContain('accounts payable: Anna Apt · +49 30 1234567 · anna@lagerhaus.test · de');
    expect(after).toContain('Missing: copy of R-1\n');
  });

  it('has the next step, the open call, what was said, promised and sent', async () => {
    const { desk, people, workspaceId, caseId } = await start(office);
    await within(office, workspaceId, (scope) =>
      scope.tx.update(ledgerOf).set({ ledgerCovers: '2026-11-20' }),
    );
    await tick(office, workspaceId);
    await recordUnreached(office, people.Rita, { caseId, kind: 'no answer' });
    const called = wordsOn((await desk.type('U-Rita', '/account lagerhaus')).card);
    expect(called).toContain('Last calls\ntoday 12:00, Rita: no answer');
    expect(called).toContain('payment demand, today: not sent: no mail address');
    expect(called).toContain('To do\npay-or-date call, today by 16:00 · Rita, tried once');
    const dueOn = businessDate('2026-11-27');
    await makePromise(office, people.Rita, { caseId, amount: 1_240_000n, dueOn, saidBy: 'Anna' });
    await tick(office, workspaceId);
    const promised = wordsOn((await desk.type('U-Rita', '/account lagerhaus')).card);
    expect(promised).toContain('Promises\n€12,400.00 for Fri 27 Nov: open (today, Rita, said Anna)');
    expect(promised).toContain('at rest: promised');
    expect(promised).not.toContain('To do');
  });

  it('of a customer with two currencies is one, with a section for each', async () => {
    const { desk, workspaceId } = await start(office);
    await bookCustomer(office, workspaceId, {
      number: '8',
      name: 'Zweig AG',
      invoices: [
        { number: 'E-1', amount: 100_00n, dueOn: '2026-11-02' },
        { number: 'U-1', amount: 50_00n, dueOn: '2026-11-02', currency: 'USD' },
      ],
    });
    const { card } = await desk.type('U-Rita', '/account zweig');
    expect(card?.title).toBe('Zweig AG');
    expect(wordsOn(card)).toContain('€100.00 overdue');
    expect(wordsOn(card)).toContain('$50.00 overdue');
  });

  it('fits into one message however much there is', async () => {
    const { desk, workspaceId, people } = await start(office);
    const long = 'x'.repeat(300);
    const invoices = ['EUR', 'USD', 'GBP', 'CHF', 'JPY'].flatMap((currency) =>
      Array.from({ length: 20 }, (_, n) => ({
        number: `${currency}-${n}-${'9'.repeat(20)}`,
        amount: 9_999_999_999_999n,
        dueOn: '2020-01-02',
        currency,
      })),
    );
    const big = await bookCustomer(office, workspaceId, { number: '9', name: long, invoices });
    await within(office, workspaceId, async ({ tx }) => {
      const names = Array.from({ length: 30 }, (_, n) => `${n} ${long}`);
      const customerId = big.customerId;
      await tx
        .insert(customerSpelling)
        .values(names.map((name) => ({ workspaceId, customerId, name, count: 1 })));
      await tx.insert(contact).values(
        names.map((name) => ({
          workspaceId,
          customerId,
          name,
          role: 'decider' as const,
          email: `${name}@b.c`,
        })),
      );
    });
    for (const caseId of big.caseIds)
      for (let n = 0; n < 8; n += 1)
        await makePromise(office, people.Lena, {
          caseId,
          amount: 1n,
          dueOn: businessDate('2026-11-27'),
          saidBy: long,
        });
    const { card } = await desk.type('U-Rita', '/account 9');
    expect(wordsOn(card)).toContain('open in other currencies');
  });

  it('is refused for nobody, for somebody unknown, and for several, who are named', async () => {
    const { desk, workspaceId } = await start(office);
    await bookCustomer(office, workspaceId, { number: '11', name: 'Lagerhaus Süd GmbH', invoices: [] });
    expect((await desk.type('U-Rita', '/account')).refusal).toContain('Which customer?');
    expect((await desk.type('U-Rita', '/account gibtsnicht')).refusal).toContain(
      'No customer is called "gibtsnicht"',
    );
    expect((await desk.type('U-Rita', '/account lagerhaus')).refusal).toContain(
      '"lagerhaus" could be Lagerhaus Nord GmbH (10042); Lagerhaus Süd GmbH (11)',
    );
  });

  it('of a customer without anything open says so', async () => {
    const { desk, workspaceId } = await start(office);
    await bookCustomer(office, workspaceId, { number: '12', name: 'Neu GmbH', invoices: [] });
    expect(wordsOn((await desk.type('U-Rita', '/account neu')).card)).toContain('Nothing was ever open.');
  });
});
