import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { loadCaseFile } from '../../../src/services/case/file.ts';
import type { Entry } from '../../../src/services/ledger/entry.ts';
import { post } from '../../../src/services/ledger/post.ts';
import { historyOf, reversalOf } from '../../../src/services/ledger/reversal.ts';
import { makePromise } from '../../../src/services/promise/make.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const today = businessDate('2026-11-23');

describe('what is promised of an invoice', () => {
  it('rests until it is paid, and no longer', async () => {
    const { book, promised } = await promisedInvoice();
    expect(await promised()).toBe(5_000n);
    await book({ debit: 'cash', credit: 'receivable', amount: 2_000n, key: 'bank:1:paid' });
    expect(await promised()).toBe(3_000n);
  });

  it('rests again when the payment is taken back', async () => {
    const { book, takeBack, promised } = await promisedInvoice();
    await book({ debit: 'cash', credit: 'receivable', amount: 2_000n, key: 'bank:1:paid' });
    await takeBack('bank:1:paid');
    expect(await promised()).toBe(5_000n);
  });

  it('rests as before when the invoice is booked anew', async () => {
    const { book, takeBack, promised, issuedKey } = await promisedInvoice();
    await takeBack(issuedKey);
    await book({ debit: 'receivable', credit: 'sales', amount: 9_000n, key: 'import:again' });
    expect(await promised()).toBe(5_000n);
  });

  it('is no more than was promised when an older payment is taken back', async () => {
    const paidBefore = { debit: 'cash', credit: 'receivable', amount: 4_000n, key: 'bank:0:paid' } as const;
    const { takeBack, promised } = await promisedInvoice(paidBefore);
    await takeBack('bank:0:paid');
    expect(await promised()).toBe(5_000n);
  });
});

type Movement = Pick<Entry, 'debit' | 'credit' | 'amount' | 'key'>;

/** An invoice of €100.00, of which somebody paid something perhaps, and of which €50.00 are promised for Friday. */
async function promisedInvoice(paidBefore?: Movement) {
  const { workspaceId, people } = await openTeam(office);
  const invoice = { number: 'R-1', amount: 10_000n, dueOn: '2026-11-02' };
  const { customerId, caseIds, invoiceIds } = await bookCustomer(office, workspaceId, {
    number: 'C-1',
    name: 'Nord',
    invoices: [invoice],
  });
  const [caseId = 0] = caseIds;
  const { 'R-1': invoiceId = 0 } = invoiceIds;
  const append = (movement: Movement) =>
    within(office, workspaceId, (scope) =>
      post(scope, [{ ...movement, currency: 'EUR', customerId, invoiceId, bookedOn: today }]),
    );
  if (paidBefore !== undefined) await append(paidBefore);
  office.now = new Date(office.now.getTime() + 1_000);
  await makePromise(office, people.Rita, { caseId, amount: 5_000n, dueOn: businessDate('2026-11-27') });
  return {
    issuedKey: `import:${customerId}:R-1:issued`,
    book: append,
    takeBack: (key: string) =>
      within(office, workspaceId, async (scope) => {
        const history = (await historyOf(scope, [invoiceId])).get(invoiceId) ?? [];
        await post(
          scope,
          history.filter((posting) => posting.key === key).map((posting) => reversalOf(posting, today)),
        );
      }),
    promised: () =>
      within(office, workspaceId, async (scope) => {
        const [{ promised } = { promised: 0n }] = (await loadCaseFile(scope, caseId)).facts.invoices;
        return promised;
      }),
  };
}
