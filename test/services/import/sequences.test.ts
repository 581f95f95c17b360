import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/business-date.ts';
import { matches } from '../../../src/services/import/control-total.ts';
import { settleVanished } from '../../../src/services/import/settle-vanished.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { day, exportOf, importNow, openExportOf, type Row } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
type Team = Awaited<ReturnType<typeof openTeam>>;

/** Cents of a document and of what is open of it; negative for a credit note. */
interface Document {
  readonly total: number;
  readonly open: number;
}

const numbers = ['R-1', 'R-2', 'R:1', 'G-1'] as const;

const document = (number: string): fc.Arbitrary<Document> =>
  fc
    .record({ total: fc.integer({ min: 1, max: 900 }), left: fc.integer({ min: 1, max: 900 }) })
    .map(({ total, left }) => {
      const sign = number.startsWith('G') ? -1 : 1;
      return { total: sign * total, open: sign * Math.min(total, left) };
    });

const step = fc.record({
  documents: fc.tuple(...numbers.map((number) => fc.option(document(number), { nil: undefined, freq: 3 }))),
  /** Whether the file gives documents' sums, or only what is open. */
  withTotals: fc.boolean(),
  settles: fc.boolean(),
});

describe('after any imports, one on another', () => {
  it('the ledger says what the last file said, and every balance is the sum of its postings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const team = await openTeam(office);
        for (const [n, { documents, withTotals, settles }] of steps.entries()) {
          const rows = documents.flatMap((found, index) => rowOf(numbers[index]!, found, withTotals));
          if (rows.length === 0) continue;
          const file = withTotals ? exportOf(...rows) : openExportOf(...rows);
          const total = await importNow(office, team, file, { asOf: addDays(day('2026-11-10'), n) });
          expect(total.inLedger).toEqual(total.items);
          expect(matches(total)).toBe(true);
          if (settles && total.vanished.count > 0)
            await settleVanished(office, team.people.Fiona, total.importId);
          const inFile = rows.reduce((sum, { open }) => sum + Math.round(Number(open) * 100), 0);
          const leftOver = settles ? 0 : Number(total.vanished.amounts[0]?.minor ?? 0);
          expect(await openSum(team)).toBe(inFile + leftOver);
          expect(await strayBalances(team)).toEqual([]);
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

function rowOf(number: string, found: Document | undefined, withTotals: boolean): readonly Row[] {
  if (found === undefined) return [];
  const cents = (amount: number): string => (amount / 100).toFixed(2);
  return [{ invoice: number, open: cents(found.open), ...(withTotals && { total: cents(found.total) }) }];
}

/** All that is open, less what is left of credit notes, in cents. */
async function openSum({ workspaceId }: Team): Promise<number> {
  return within(office, workspaceId, async ({ tx }) => {
    const [row] = await tx.execute<{ cents: number }>(sql`
      select ((select coalesce(sum(open), 0) from invoice_balance)
        - (select coalesce(sum(case when credit = 'unapplied' then amount else -amount end), 0) from posting
           where 'unapplied' in (debit, credit)))::int as cents`);
    return row?.cents ?? 0;
  });
}

/** Invoices whose balance is not the sum of their postings. */
async function strayBalances({ workspaceId }: Team): Promise<readonly unknown[]> {
  return within(office, workspaceId, async ({ tx }) => [
    ...(await tx.execute(sql`
      with booked as (
        select invoice_id,
          sum(case when debit = 'receivable' then amount else -amount end) as open,
          coalesce(sum(case when debit = 'receivable' then amount else -amount end) filter (where 'sales' in (debit, credit)), 0) as total
        from posting where invoice_id is not null group by invoice_id)
      select * from booked full join invoice_balance b using (invoice_id)
      where (b.open, b.total) is distinct from (booked.open, booked.total)`)),
  ]);
}
