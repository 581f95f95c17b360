import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cases, finding, invoiceBalance, posting, workspace } from '../../../db/schema/index.ts';
import { DomainError } from '../../../src/core/error.ts';
import { runAuditor } from '../../../src/services/auditor/run.ts';
import { nextMoment } from '../../../src/services/clock/next-moment.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam, type TestTeam, type usualPeople } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { amount, carryOut, type Deed, deed } from './deeds.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

const runs = Number(process.env['DUNWELL_PROPERTY_RUNS'] ?? 8);
const seed = Number(process.env['DUNWELL_PROPERTY_SEED'] ?? Date.now() % 1_000_000);

const dueDates = fc.array(fc.integer({ min: 14, max: 27 }), { minLength: 1, maxLength: 3 });

type Team = TestTeam<keyof typeof usualPeople>;

async function openCase(due: readonly number[]): Promise<{ team: Team; caseId: number }> {
  office.now = new Date('2026-11-20T09:00:00Z');
  const team = await openTeam(office);
  const settings = { ledgerCovers: '2026-11-19', shadow: false };
  await within(office, team.workspaceId, ({ tx }) =>
    tx.update(workspace).set(settings).where(eq(workspace.id, team.workspaceId)),
  );
  const { caseIds } = await bookCustomer(office, team.workspaceId, {
    number: '1',
    name: 'Nord',
    ownerId: team.people.Rita.memberId,
    invoices: due.map((day, n) => ({ number: `R-${n}`, amount, dueOn: `2026-11-${day}` })),
  });
  return { team, caseId: caseIds[0]! };
}

/** Does it, as whoever may; what is refused changes nothing. */
async function act({ people, workspaceId }: Team, caseId: number, one: Deed): Promise<void> {
  const today = await within(office, workspaceId, (scope) => Promise.resolve(scope.today));
  if (one.kind === 'wait') return pass(workspaceId, one.hours);
  await carryOut(office, people, caseId, today, one).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

/** Whatever was booked, what was invoiced is open, paid or given up. */
async function bookkeeping({
  workspaceId,
}: Team): Promise<{ readonly invoiced: bigint; readonly parts: bigint }> {
  return within(office, workspaceId, async ({ tx }) => {
    const rows = await tx.select().from(posting);
    const of = (account: (typeof rows)[number]['debit']): bigint =>
      rows.reduce(
        (sum, { debit, credit, amount: moved }) =>
          sum + (debit === account ? moved : 0n) - (credit === account ? moved : 0n),
        0n,
      );
    const balances = await tx.select().from(invoiceBalance);
    const open = balances.reduce((sum, one) => sum + one.open, 0n);
    return { invoiced: -of('sales'), parts: open + of('cash') + of('unapplied') + of('bad debt') };
  });
}

/** Time passes as it does for a server that is up: each moment at which something is due is met. */
async function pass(workspaceId: number, hours: number): Promise<void> {
  const end = new Date(office.now.getTime() + hours * 3_600_000);
  for (;;) {
    const next = (await nextMoment(office, workspaceId))?.at;
    const isBefore = next !== undefined && next < end;
    office.now = isBefore ? new Date(Math.max(next.getTime(), office.now.getTime())) : end;
    while (await tick(office, workspaceId));
    if (!isBefore) return;
  }
}

/** No mails and no chat here: what waits for those is not looked at. */
const ofCases = [
  'late wake',
  'announcement',
  'stop',
  'promise',
  'pause',
  'dispute',
  'approval',
  'no next moment',
  'missed deadline',
  'set aside',
  'balance',
];

async function found({ workspaceId }: Team): Promise<readonly string[]> {
  await runAuditor(office, workspaceId);
  const rows = await within(office, workspaceId, ({ tx }) => tx.select().from(finding));
  return rows
    .filter(({ check }) => ofCases.includes(check))
    .map(({ check, facts }) => `${office.now.toISOString()} ${check} ${JSON.stringify(facts)}`);
}

test(
  'after whatever people do, a case is looked at no later than it must be',
  { timeout: 600_000 },
  async () => {
    let deeds = 0;
    await fc.assert(
      fc.asyncProperty(dueDates, fc.array(deed, { minLength: 1, maxLength: 10 }), async (due, life) => {
        const { team, caseId } = await openCase(due);
        for (const one of life) {
          await act(team, caseId, one);
          expect(await found(team)).toEqual([]);
          const { invoiced, parts } = await bookkeeping(team);
          expect(parts).toBe(invoiced);
          while (await tick(office, team.workspaceId));
          expect(await found(team)).toEqual([]);
          deeds += 1;
        }
        const [row] = await within(office, team.workspaceId, ({ tx }) => tx.select().from(cases));
        expect(row?.id).toBe(caseId);
      }),
      { numRuns: runs, seed },
    );
    process.stdout.write(`${deeds} deeds, seed ${seed}\n`);
  },
);
