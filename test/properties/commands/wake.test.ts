import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cases, finding, workspace } from '../../../db/schema/index.ts';
import { addDays, type BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { DomainError } from '../../../src/core/error.ts';
import { runAuditor } from '../../../src/services/auditor/run.ts';
import { raiseCase } from '../../../src/services/case/raise.ts';
import { nextMoment } from '../../../src/services/clock/next-moment.ts';
import { raiseDispute } from '../../../src/services/dispute/raise.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { coverThrough } from '../../../src/services/import/cover.ts';
import { holdLettersBack, letLettersGo } from '../../../src/services/letter/hold-back.ts';
import { recordUnreached } from '../../../src/services/outcome/record.ts';
import { pauseCase } from '../../../src/services/pause/start.ts';
import { advisePayment } from '../../../src/services/payment/advise.ts';
import { recordPayment } from '../../../src/services/payment/record.ts';
import type { Actor } from '../../../src/services/ports.ts';
import { makePromise } from '../../../src/services/promise/make.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam, type TestTeam, type usualPeople } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

const runs = Number(process.env['DUNWELL_PROPERTY_RUNS'] ?? 8);
const seed = Number(process.env['DUNWELL_PROPERTY_SEED'] ?? Date.now() % 1_000_000);

/** What somebody does, or that time passes. */
type Deed =
  | { readonly kind: 'promise' | 'pause' | 'hold letters'; readonly days: number; readonly share: number }
  | { readonly kind: 'dispute' | 'pay' | 'advise'; readonly share: number }
  | { readonly kind: 'no answer' | 'let letters go' | 'cover' }
  | { readonly kind: 'raise'; readonly step: string }
  | { readonly kind: 'wait'; readonly hours: number };

const share = fc.integer({ min: 1, max: 100 });
const days = fc.integer({ min: 0, max: 9 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('promise', 'pause', 'hold letters'), days, share }),
  fc.record({ kind: fc.constantFrom('dispute', 'pay', 'advise'), share }),
  fc.record({ kind: fc.constantFrom('no answer', 'let letters go', 'cover') }),
  fc.record({ kind: fc.constant('raise' as const), step: fc.constantFrom('due-day-call', 'payment-demand') }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
);

const dueDates = fc.array(fc.integer({ min: 14, max: 27 }), { minLength: 1, maxLength: 3 });

/** Minor units of one invoice. */
const amount = 100_000n;

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
async function act({ people, workspaceId }: Team, caseId: number, deed: Deed): Promise<void> {
  const today = await within(office, workspaceId, (scope) => Promise.resolve(scope.today));
  await carryOut(people.Lena, people.Fiona, caseId, today, deed).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

async function carryOut(
  lead: Actor,
  finance: Actor,
  caseId: number,
  today: BusinessDate,
  deed: Deed,
): Promise<unknown> {
  switch (deed.kind) {
    case 'promise':
      return makePromise(office, lead, {
        caseId,
        amount: part(deed.share),
        dueOn: addDays(today, deed.days),
      });
    case 'pause':
      return pauseCase(office, lead, { caseId, untilDay: addDays(today, deed.days), reason: 'asked to' });
    case 'hold letters':
      return holdLettersBack(office, lead, caseId, { until: addDays(today, deed.days), reason: 'asked to' });
    case 'dispute':
      return raiseDispute(office, lead, {
        caseId,
        amount: part(deed.share),
        reason: 'other',
        words: 'wrong',
      });
    case 'pay':
      return recordPayment(office, finance, { caseId, amount: part(deed.share), receivedOn: today });
    case 'advise':
      return advisePayment(office, lead, { caseId, amount: part(deed.share) });
    case 'no answer':
      return recordUnreached(office, lead, { caseId, kind: 'no answer' });
    case 'let letters go':
      return letLettersGo(office, lead, caseId);
    case 'cover':
      return coverThrough(office, finance, addDays(today, -1));
    case 'raise':
      return raiseCase(office, lead, caseId, deed.step, 'they do not answer');
    case 'wait':
      return pass(lead.workspaceId, deed.hours);
  }
}

const part = (percent: number): bigint => (amount * BigInt(percent)) / 100n;

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
