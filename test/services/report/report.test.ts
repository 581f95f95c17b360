import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instalment, plan, planInvoice, workspace as workspaces } from '../../../db/schema/index.ts';
import { buckets } from '../../../src/core/aging/buckets.ts';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { add, type Money, zero } from '../../../src/core/money.ts';
import { recordPayment } from '../../../src/services/payment/record.ts';
import { makePromise } from '../../../src/services/promise/make.ts';
import { collection } from '../../../src/services/report/collection.ts';
import { expectedThisWeek, forecasts } from '../../../src/services/report/expected.ts';
import { leading } from '../../../src/services/report/leading.ts';
import { receivables } from '../../../src/services/report/receivables.ts';
import { overdueTrends } from '../../../src/services/report/trend.ts';
import { type BookedInvoice, bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
/** A Monday. */
const today = businessDate('2026-11-23');

async function ledger(invoices: readonly BookedInvoice[], name = 'Lagerhaus') {
  const { workspaceId, people } = await openTeam(office);
  await look(office, workspaceId, ({ tx }) => tx.update(workspaces).set({ ledgerCovers: today }));
  const booked = await bookCustomer(office, workspaceId, { number: '1', name, invoices });
  return { workspaceId, people, ...booked };
}

const invoice = (number: string, amount: bigint, dueOn: string): BookedInvoice => ({ number, amount, dueOn });

describe('what is open', () => {
  it('is the sum of its buckets, and its trend ends with what is overdue now, whatever was sold and paid', async () => {
    const sale = fc.record({ cents: fc.bigInt(1n, 10n ** 9n), day: fc.integer({ min: -200, max: 60 }) });
    const paid = fc.record({ share: fc.bigInt(1n, 100n), day: fc.integer({ min: -150, max: 0 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(sale, { minLength: 1, maxLength: 8 }),
        fc.array(paid, { maxLength: 3 }),
        async (sales, payments) => {
          const invoices = sales.map(({ cents, day }, index) =>
            invoice(`R-${index}`, cents, addDays(today, day)),
          );
          const { workspaceId, people, caseIds } = await ledger(invoices);
          for (const { share, day } of payments) {
            const amount = (invoices[0]!.amount * share) / 1000n + 1n;
            await recordPayment(office, people.Fiona, {
              caseId: caseIds[0]!,
              amount,
              receivedOn: addDays(today, day),
            }).catch(() => undefined);
          }
          await look(office, workspaceId, async (scope) => {
            const [of] = await receivables(scope);
            if (of === undefined) return;
            const sum = buckets.reduce<Money>((total, bucket) => add(total, of.aging[bucket]), zero('EUR'));
            expect(sum).toEqual(of.open);
            // Without a payment no history has begun, and there is no trend to compare with.
            const points = (await overdueTrends(scope)).get('EUR')?.points ?? [];
            expect(points.at(-1)?.overdue ?? of.overdue).toEqual(of.overdue);
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('went as the postings say: the month ends since the first payment, each by what was open and overdue then', async () => {
    const { workspaceId, people, caseIds } = await ledger([
      invoice('R-1', 100_00n, '2026-07-01'),
      invoice('R-2', 50_00n, '2026-10-05'),
    ]);
    const pay = (amount: bigint, receivedOn: string) =>
      recordPayment(office, people.Fiona, {
        caseId: caseIds[0]!,
        amount,
        receivedOn: businessDate(receivedOn),
      });
    await pay(10_00n, '2026-08-10');
    await pay(90_00n, '2026-11-02');
    await look(office, workspaceId, async (scope) => {
      const points = (await overdueTrends(scope)).get('EUR')?.points ?? [];
      expect(points.map(({ day, overdue }) => [day, overdue.amount])).toEqual([
        ['2026-08-31', 90_00n],
        ['2026-09-30', 90_00n],
        ['2026-10-31', 140_00n],
        ['2026-11-23', 50_00n],
      ]);
      const { since, less } = await leading(scope, 'EUR', {});
      expect(since).toBe('2026-10-24');
      expect(less).toMatchObject([{ name: 'Lagerhaus', moved: { amount: -90_00n } }]);
    });
  });
});

describe('DSO and CEI', () => {
  it('are of the ninety days that the ledger covers', async () => {
    const { workspaceId, people, caseIds } = await ledger([
      invoice('R-0', 200_00n, '2026-08-03'),
      invoice('R-1', 600_00n, '2026-10-05'),
      invoice('R-2', 300_00n, '2026-11-23'),
    ]);
    const payment = { caseId: caseIds[0]!, amount: 500_00n, receivedOn: businessDate('2026-08-20') };
    await recordPayment(office, people.Fiona, { ...payment, amount: 100_00n });
    await recordPayment(office, people.Fiona, { ...payment, receivedOn: businessDate('2026-11-02') });
    const found = await look(office, workspaceId, collection);
    // Opening 100, sales 900, closing 500 of which 300 is due today and so current.
    expect(found.get('EUR')).toEqual({
      days: 90,
      outstanding: { dso: 50, bestPossible: 30, add: 20 },
      // 500 is the 300 of November's 23 days and a third of October's 600.
      countBack: 33.3,
      effectiveness: 71.4,
    });
  });

  it('are not told of fewer than four weeks', async () => {
    const { workspaceId, people, caseIds } = await ledger([invoice('R-1', 600_00n, '2026-10-05')]);
    const receivedOn = businessDate('2026-11-02');
    await recordPayment(office, people.Fiona, { caseId: caseIds[0]!, amount: 100_00n, receivedOn });
    expect(await look(office, workspaceId, collection)).toEqual(new Map());
  });
});

describe('expected cash', () => {
  it('has what is promised on the promise’s day and the rest of an invoice on its due date, nothing twice', async () => {
    const { workspaceId, people, caseIds } = await ledger([
      invoice('R-1', 600_00n, '2026-11-02'),
      invoice('R-2', 300_00n, '2026-12-01'),
    ]);
    const nothing = await look(office, workspaceId, expectedThisWeek);
    expect(nothing.get('EUR')).toMatchObject({ promised: { amount: 0n }, due: { amount: 0n } });
    await makePromise(office, people.Lena, {
      caseId: caseIds[0]!,
      amount: 700_00n,
      dueOn: businessDate('2026-11-27'),
    });
    await look(office, workspaceId, async (scope) => {
      const slots = (await forecasts(scope, 'week')).get('EUR')?.slots ?? [];
      expect(slots.slice(0, 2)).toMatchObject([
        { from: '2026-11-23', to: '2026-11-29', promised: { amount: 700_00n }, due: { amount: 0n } },
        { from: '2026-11-30', promised: { amount: 0n }, due: { amount: 200_00n } },
      ]);
    });
  });

  it('has the instalments of an agreed plan instead of the invoices it covers', async () => {
    const { workspaceId, people, caseIds, invoiceIds } = await ledger([
      invoice('R-1', 600_00n, '2026-12-01'),
      invoice('R-2', 50_00n, '2026-12-01'),
    ]);
    await look(office, workspaceId, async (scope) => {
      const { tx } = scope;
      const [row] = await tx
        .insert(plan)
        .values({
          workspaceId,
          caseId: caseIds[0]!,
          total: 600_00n,
          status: 'agreed',
          proposedBy: people.Rita.memberId,
          proposedAt: scope.now,
        })
        .returning({ id: plan.id });
      const planId = row!.id;
      await tx
        .insert(planInvoice)
        .values({ workspaceId, planId, invoiceId: invoiceIds['R-1']!, amount: 600_00n });
      await tx.insert(instalment).values([
        { workspaceId, planId, number: 1, amount: 200_00n, dueOn: '2026-11-20', status: 'kept' },
        { workspaceId, planId, number: 2, amount: 400_00n, dueOn: '2026-11-25' },
      ]);
      const slots = (await forecasts(scope, 'week')).get('EUR')?.slots ?? [];
      expect(slots.slice(0, 2)).toMatchObject([
        { promised: { amount: 400_00n }, due: { amount: 0n } },
        { promised: { amount: 0n }, due: { amount: 50_00n } },
      ]);
    });
  });
});
