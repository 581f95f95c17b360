import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import type { Entry } from '../../../src/services/ledger/entry.ts';
import { post } from '../../../src/services/ledger/post.ts';
import { historyOf, reversalOf } from '../../../src/services/ledger/reversal.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { customer, invoice } from '../../../db/schema/index.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a posting', () => {
  it('moves what is open of its invoice, and sales its total too', async () => {
    const { book, balance } = await books();
    await book(issued(10_000n), paid(4_000n, 'paid#1'));
    expect(await balance()).toEqual({ total: 10_000n, open: 6_000n });
  });

  it('told twice is booked once', async () => {
    const { book, balance } = await books();
    expect([...(await book(issued(10_000n)))]).toEqual(['import:C-1:R-1:issued']);
    expect([...(await book(issued(10_000n)))]).toEqual([]);
    expect(await balance()).toEqual({ total: 10_000n, open: 10_000n });
  });

  it('told twice in one breath is booked once', async () => {
    const { book, balance } = await books();
    await book(issued(10_000n), issued(10_000n));
    expect(await balance()).toEqual({ total: 10_000n, open: 10_000n });
  });

  it.each(['one after the other', 'in one breath'])(
    'with a known key and another amount is refused by name, told %s',
    async (how) => {
      const { book, balance } = await books();
      await book(issued(500n));
      const before = await balance();
      const telling =
        how === 'in one breath'
          ? book(paid(100n, 'paid#1'), paid(200n, 'paid#1'))
          : book(paid(100n, 'paid#1'), issued(501n));
      await expect(telling).rejects.toThrow(/^"import:C-1:R-1:(issued|paid#1)" is booked already/);
      expect(await balance()).toEqual(before);
    },
  );

  it('is still the same when the payment behind it has another row', async () => {
    const { book, balance, payments } = await books();
    await book(issued(500n), { ...paid(100n, 'paid#1'), paymentId: payments[0]! });
    await book({ ...paid(100n, 'paid#1'), paymentId: payments[1]! });
    expect(await balance()).toEqual({ total: 500n, open: 400n });
  });

  it('that would take more than is open takes nothing', async () => {
    const { book, balance } = await books();
    await book(issued(500n));
    await expect(book(paid(501n, 'paid#1'))).rejects.toMatchObject({
      cause: { constraint_name: 'open_within_total' },
    });
    expect(await balance()).toEqual({ total: 500n, open: 500n });
  });

  it('without an invoice moves no balance', async () => {
    const { book, balance } = await books();
    await book(issued(500n), {
      debit: 'cash',
      credit: 'unapplied',
      amount: 70n,
      ...common,
      key: 'bank:1:came',
    });
    expect(await balance()).toEqual({ total: 500n, open: 500n });
  });

  it('cannot be changed or deleted by the application', async () => {
    const { book, workspaceId } = await books();
    await book(issued(500n));
    for (const statement of [sql`update posting set amount = 1`, sql`delete from posting`])
      await expect(within(office, workspaceId, (scope) => scope.tx.execute(statement))).rejects.toMatchObject(
        { cause: { code: '42501' } },
      );
  });

  it('of one workspace is not known in another', async () => {
    const here = await books();
    const there = await books();
    await here.book(issued(500n));
    await there.book(issued(700n));
    expect(await here.balance()).toEqual({ total: 500n, open: 500n });
    expect(await there.balance()).toEqual({ total: 700n, open: 700n });
  });
});

describe('a reversal', () => {
  it('brings the balance back to where it was', async () => {
    const { book, balance, reverse } = await books();
    await book(issued(10_000n), paid(4_000n, 'paid#1'));
    await reverse('import:C-1:R-1:paid#1');
    expect(await balance()).toEqual({ total: 10_000n, open: 10_000n });
    await reverse('import:C-1:R-1:issued');
    expect(await balance()).toEqual({ total: 0n, open: 0n });
  });

  it('told twice is booked once', async () => {
    const { book, balance, reverse } = await books();
    await book(issued(10_000n), paid(4_000n, 'paid#1'));
    await reverse('import:C-1:R-1:paid#1');
    await reverse('import:C-1:R-1:paid#1');
    expect(await balance()).toEqual({ total: 10_000n, open: 10_000n });
  });

  it('lets an amount be booked anew in the same breath', async () => {
    const { book, balance, postings } = await books();
    await book(issued(10_000n), paid(4_000n, 'paid#1'));
    const [first] = await postings();
    await book(reversalOf(first!, day), issued(5_000n, 'issued#2'));
    expect(await balance()).toEqual({ total: 5_000n, open: 1_000n });
    expect((await postings()).map(({ reversed, isReversal }) => [reversed, isReversal])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe('whatever is booked', () => {
  it('leaves every balance equal to the sum of its postings', async () => {
    const { book, balance, sums, reverse, postings, fresh } = await books();
    const act = fc.oneof(
      fc.record({ kind: fc.constant('issued' as const), amount: fc.bigInt(1n, 9_000n) }),
      fc.record({ kind: fc.constant('paid' as const), amount: fc.bigInt(1n, 9_000n) }),
      fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(20) }),
      fc.record({ kind: fc.constant('repeat' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        await fresh();
        let last: Draft | undefined;
        for (const [n, one] of acts.entries()) {
          const entry =
            one.kind === 'issued'
              ? issued(one.amount, `issued#${n}`)
              : one.kind === 'paid'
                ? paid(one.amount, `paid#${n}`)
                : undefined;
          // What the table's check refuses must leave no trace.
          if (entry !== undefined) await book(entry).catch(() => undefined);
          else if (one.kind === 'repeat' && last !== undefined) await book(last).catch(() => undefined);
          else if (one.kind === 'reverse') {
            const live = (await postings()).filter(({ reversed, isReversal }) => !reversed && !isReversal);
            const chosen = live[one.which % Math.max(1, live.length)];
            if (chosen !== undefined) await reverse(chosen.key).catch(() => undefined);
          }
          last = entry ?? last;
        }
        expect(await balance()).toEqual(await sums());
      }),
      { numRuns: 12 },
    );
  });
});

const day = businessDate('2026-11-23');
const common = { currency: 'EUR', bookedOn: day } as const;
type Draft = Omit<Entry, 'customerId'> & { readonly atInvoice?: true };

function issued(amount: bigint, event = 'issued'): Draft {
  return {
    ...common,
    debit: 'receivable',
    credit: 'sales',
    amount,
    key: `import:C-1:R-1:${event}`,
    atInvoice: true,
  };
}

function paid(amount: bigint, event: string): Draft {
  return {
    ...common,
    debit: 'cash',
    credit: 'receivable',
    amount,
    key: `import:C-1:R-1:${event}`,
    atInvoice: true,
  };
}

/** A workspace with one customer and one invoice that nothing was booked for. */
async function books() {
  const { workspaceId } = await openTeam(office);
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  const customerId = await inside(async ({ tx }) => {
    const [row] = await tx
      .insert(customer)
      .values({ workspaceId, number: 'C-1', name: 'Acme' })
      .returning({ id: customer.id });
    return row!.id;
  });
  let invoices = 0;
  let invoiceId = 0;
  const fresh = async (): Promise<void> => {
    invoices += 1;
    invoiceId = await inside(async ({ tx }) => {
      const days = { issuedOn: day, dueOn: day, effectiveDueOn: day };
      const [row] = await tx
        .insert(invoice)
        .values({ workspaceId, customerId, number: `R-${invoices}`, currency: 'EUR', ...days })
        .returning({ id: invoice.id });
      return row!.id;
    });
  };
  await fresh();
  const payments = await inside(async ({ tx }) => {
    const rows = await tx.execute<{ id: bigint }>(sql`
      insert into payment (workspace_id, customer_id, currency, amount, received_on, source, created_at)
      select ${workspaceId}, ${customerId}, 'EUR', 100, '2026-11-23', 'import', now() from generate_series(1, 2) returning id`);
    return rows.map((row) => Number(row.id));
  });
  const postings = () => inside(async (scope) => (await historyOf(scope, [invoiceId])).get(invoiceId) ?? []);
  return {
    workspaceId,
    payments,
    fresh,
    postings,
    book: (...drafts: readonly Draft[]) =>
      inside((scope) =>
        post(
          scope,
          drafts.map(({ atInvoice, ...draft }) => ({
            ...draft,
            customerId,
            ...(atInvoice && { invoiceId, key: draft.key.replace('R-1', `R-${invoices}`) }),
          })),
        ),
      ),
    reverse: async (key: string) => {
      const chosen = (await postings()).find((posting) => posting.key === key);
      return inside((scope) => post(scope, [reversalOf(chosen!, day)]));
    },
    balance: () =>
      inside(async ({ tx }) => {
        const [row] = await tx.execute<{ total: bigint; open: bigint }>(
          sql`select total, open from invoice_balance where invoice_id = ${invoiceId}`,
        );
        return { total: row?.total ?? 0n, open: row?.open ?? 0n };
      }),
    sums: () =>
      inside(async ({ tx }) => {
        const [row] = await tx.execute<{ total: bigint; open: bigint }>(sql`
          select coalesce(sum(case when debit = 'receivable' then amount else -amount end), 0)::bigint as open,
            coalesce(sum(case when credit = 'sales' then amount when debit = 'sales' then -amount else 0 end), 0)::bigint as total
          from posting where invoice_id = ${invoiceId}`);
        return { total: row?.total ?? 0n, open: row?.open ?? 0n };
      }),
  };
}
