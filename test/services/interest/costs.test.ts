import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { customer, payment } from '../../../db/schema/index.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import type { LateTerms } from '../../../src/core/interest/terms.ts';
import { type LateCost, lateCostsOf } from '../../../src/services/interest/costs.ts';
import { freezeLate, thawLate } from '../../../src/services/interest/frozen.ts';
import { historyOf, reversalOf } from '../../../src/services/ledger/reversal.ts';
import { post } from '../../../src/services/ledger/post.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const { workspaceId } = await openTeam(office);
const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
let booked = 0;

/** €10,000 due on Monday 3 March 2025, by a customer of the workspace's country, Germany, unless another is named. */
async function owes(place: { country?: string; terms?: LateTerms; currency?: string } = {}) {
  booked += 1;
  const { currency = 'EUR' } = place;
  const of = await bookCustomer(office, workspaceId, {
    number: `L-${booked}`,
    name: `Customer ${booked}`,
    invoices: [{ number: `R-${booked}`, amount: 1_000_000n, dueOn: '2025-03-03', currency }],
  });
  const invoiceId = of.invoiceIds[`R-${booked}`]!;
  const change = { country: place.country ?? null, zone: 'UTC', lateTerms: place.terms ?? null };
  await inside(({ tx }) => tx.update(customer).set(change).where(eq(customer.id, of.customerId)));
  return { ...of, invoiceId, caseId: of.caseIds[0]!, currency };
}

type Debtor = Awaited<ReturnType<typeof owes>>;

async function settle(
  of: Debtor,
  bookedOn: string,
  amount: bigint,
  debit: 'cash' | 'credit' = 'cash',
): Promise<void> {
  const { customerId, invoiceId, currency } = of;
  const key = `test:${invoiceId}:${bookedOn}:${amount}`;
  const entry = { debit, credit: 'receivable', amount, currency, customerId, invoiceId, key } as const;
  await inside((scope) => post(scope, [{ ...entry, bookedOn: businessDate(bookedOn) }]));
}

async function costs({ caseId }: Debtor, through: string): Promise<readonly LateCost[]> {
  return inside(async (scope) => (await lateCostsOf(scope, [caseId]))(caseId, businessDate(through)));
}

const sums = async (of: Debtor, through: string) =>
  (await costs(of, through)).map(({ open, sheet }) => [open.amount, sheet.interest.amount, sheet.fixedSum]);

describe('what late payment has cost', () => {
  test('counts payments and credit notes from the day after they were booked, whenever they were entered', async () => {
    const of = await owes();
    await settle(of, '2025-03-23', 300_000n, 'credit');
    await settle(of, '2025-03-13', 400_000n);
    const [cost] = await costs(of, '2025-04-02');
    expect(cost?.sheet.periods.map(({ days, principal }) => [days, principal])).toEqual([
      [10, 1_000_000n],
      [10, 600_000n],
      [10, 300_000n],
    ]);
    // 11.27 % of (10,000 + 6,000 + 3,000) × 10 ÷ 365
    expect(cost?.sheet.interest.amount).toBe(5_867n);
  });

  test('is still owed when the principal is paid, and nothing is when it was paid in time', async () => {
    const late = await owes();
    await settle(late, '2025-03-13', 1_000_000n);
    const punctual = await owes();
    await settle(punctual, '2025-03-03', 1_000_000n);
    expect(await sums(late, '2026-03-02')).toEqual([[0n, 3_088n, { amount: 4_000n, currency: 'EUR' }]]);
    expect(await sums(punctual, '2026-03-02')).toEqual([]);
  });

  test('takes what bounced for never paid, from the first day on', async () => {
    const of = await owes();
    await settle(of, '2025-03-13', 1_000_000n);
    await inside(async (scope) => {
      const history = (await historyOf(scope, [of.invoiceId])).get(of.invoiceId) ?? [];
      const paid = history.filter(({ credit }) => credit === 'receivable');
      await post(
        scope,
        paid.map((posting) => reversalOf(posting, businessDate('2025-03-20'))),
      );
    });
    expect((await costs(of, '2025-03-31'))[0]?.sheet.periods.map(({ days }) => days)).toEqual([28]);
  });

  test('counts cash that was allocated later from the day it came in', async () => {
    const of = await owes();
    const { customerId, invoiceId, currency } = of;
    await inside(async (scope) => {
      const [row] = await scope.tx
        .insert(payment)
        .values({
          workspaceId,
          customerId,
          currency,
          amount: 1_000_000n,
          source: 'finance',
          receivedOn: '2025-03-13',
          createdAt: scope.now,
        })
        .returning({ id: payment.id });
      const cash = { amount: 1_000_000n, currency, customerId, paymentId: row!.id };
      const [came, allocated] = [businessDate('2025-03-13'), businessDate('2025-03-27')];
      await post(scope, [
        { ...cash, debit: 'cash', credit: 'unapplied', bookedOn: came, key: `test:${invoiceId}:came` },
        {
          ...cash,
          debit: 'unapplied',
          credit: 'receivable',
          invoiceId,
          bookedOn: allocated,
          key: `test:${invoiceId}:paid`,
        },
      ]);
    });
    expect((await costs(of, '2025-03-31'))[0]?.sheet.periods.map(({ days }) => days)).toEqual([10]);
  });

  test('takes no corrected total for a payment', async () => {
    const of = await owes();
    await inside(async (scope) => {
      const history = (await historyOf(scope, [of.invoiceId])).get(of.invoiceId) ?? [];
      const { customerId, invoiceId, currency } = of;
      const anew = {
        debit: 'receivable',
        credit: 'sales',
        amount: 500_000n,
        currency,
        customerId,
        invoiceId,
      } as const;
      const bookedOn = businessDate('2025-03-20');
      await post(scope, [
        ...history.map((posting) => reversalOf(posting, bookedOn)),
        { ...anew, bookedOn, key: `test:${invoiceId}:anew` },
      ]);
    });
    const [cost] = await costs(of, '2025-03-31');
    expect(cost?.sheet.periods.map(({ days, principal }) => [days, principal])).toEqual([[28, 500_000n]]);
  });

  test('goes by the law of each customer’s country, read together', async () => {
    const debtors = [
      await owes({ country: 'IT' }),
      await owes({ country: 'FR' }),
      await owes({ country: 'GB', currency: 'GBP' }),
      await owes({ country: 'SE' }),
      await owes({ terms: { regime: 'contract', rate: { millionths: 10_000, per: 'month' } } }),
    ];
    const rates = await inside(async (scope) => {
      const of = await lateCostsOf(
        scope,
        debtors.map(({ caseId }) => caseId),
      );
      return debtors.map(({ caseId }) => of(caseId, businessDate('2025-03-31'))[0]?.sheet.periods[0]?.rate);
    });
    expect(rates).toEqual([111_500, 131_500, 127_500, undefined, 120_000]);
  });

  test('comes back from a letter’s frozen facts as it was, and is left out where a rate is missing', async () => {
    const of = await owes();
    const known = await costs(of, '2025-03-31');
    const { late } = freezeLate(known, [of.invoiceId]);
    const thawed = thawLate(JSON.parse(JSON.stringify(late)) as NonNullable<typeof late>);
    expect(thawed).toMatchObject({ basis: 'DE', through: '2025-03-31' });
    expect(thawed.invoices[0]?.interest).toEqual(known[0]?.sheet.interest);
    expect(freezeLate(known, [])).toEqual({});
    expect(freezeLate(await costs(of, '2026-11-22'), [of.invoiceId])).toEqual({});
  });
});
