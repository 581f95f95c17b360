import fc from 'fast-check';
import { desc, eq } from 'drizzle-orm';
import { approval, payment, writeOff as writeOffTable } from '../../../db/schema/index.ts';
import { addDays, type BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { decideApproval } from '../../../src/services/approval/decide.ts';
import { raiseCase } from '../../../src/services/case/raise.ts';
import { raiseDispute } from '../../../src/services/dispute/raise.ts';
import { coverThrough } from '../../../src/services/import/cover.ts';
import { holdLettersBack, letLettersGo } from '../../../src/services/letter/hold-back.ts';
import { recordUnreached } from '../../../src/services/outcome/record.ts';
import { pauseCase } from '../../../src/services/pause/start.ts';
import { advisePayment } from '../../../src/services/payment/advise.ts';
import { allocateCash } from '../../../src/services/payment/allocate-cash.ts';
import { recordPayment } from '../../../src/services/payment/record.ts';
import { reversePayment } from '../../../src/services/payment/reverse.ts';
import type { Actor, Office } from '../../../src/services/ports.ts';
import { makePromise } from '../../../src/services/promise/make.ts';
import { within } from '../../../src/services/scope.ts';
import { stopPressing } from '../../../src/services/stop/begin.ts';
import { pressAgain } from '../../../src/services/stop/end.ts';
import { proposeWriteOff } from '../../../src/services/write-off/propose.ts';
import { reverseWriteOff } from '../../../src/services/write-off/reverse.ts';
import type { TestTeam, usualPeople } from '../../support/office.ts';

/** Minor units of one invoice. */
export const amount = 100_000n;

/** What somebody takes back that was booked or said. */
type Undoing = 'reverse' | 'reopen' | 'allocate' | 'stop' | 'press again';

/** What somebody does, or that time passes. */
export type Deed =
  | { readonly kind: 'promise' | 'pause' | 'hold letters'; readonly days: number; readonly share: number }
  | { readonly kind: 'dispute' | 'pay' | 'advise'; readonly share: number }
  | { readonly kind: 'write off'; readonly share: number }
  | { readonly kind: Undoing | 'no answer' | 'let letters go' | 'cover' }
  | { readonly kind: 'raise'; readonly step: string }
  | { readonly kind: 'wait'; readonly hours: number };

const share = fc.integer({ min: 1, max: 100 });
const days = fc.integer({ min: 0, max: 9 });
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('promise', 'pause', 'hold letters'), days, share }),
  fc.record({ kind: fc.constantFrom('dispute', 'pay', 'advise', 'write off'), share }),
  fc.record({ kind: fc.constant('pay' as const), share: fc.constantFrom(100, 150, 400) }),
  fc.record({ kind: fc.constantFrom('reverse', 'reopen', 'allocate', 'stop', 'press again') }),
  fc.record({ kind: fc.constantFrom('no answer', 'let letters go', 'cover') }),
  fc.record({ kind: fc.constant('raise' as const), step: fc.constantFrom('due-day-call', 'payment-demand') }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
);

type People = TestTeam<keyof typeof usualPeople>['people'];

/** Does it, as whoever may. */
export async function carryOut(
  office: Office,
  { Lena: lead, Fiona: finance, Max, Ada }: People,
  caseId: number,
  today: BusinessDate,
  deed: Exclude<Deed, { readonly kind: 'wait' }>,
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
    case 'write off':
      return writeOff(office, { lead, deciders: [Max, Ada] }, caseId, part(deed.share));
    case 'reopen':
      return reopenLast(office, finance);
    case 'reverse':
      return reverseLast(office, finance);
    case 'allocate':
      return allocateCash(office, finance, { caseId });
    case 'stop':
      return stopPressing(office, lead, { caseId, kind: 'lawyer', said: 'Dr. Weiss' });
    case 'press again':
      return pressAgain(office, lead, caseId, 'settled');
    case 'no answer':
      return recordUnreached(office, lead, { caseId, kind: 'no answer' });
    case 'let letters go':
      return letLettersGo(office, lead, caseId);
    case 'cover':
      return coverThrough(office, finance, addDays(today, -1));
    case 'raise':
      return raiseCase(office, lead, caseId, deed.step, 'they do not answer');
  }
}

const part = (percent: number): bigint => (amount * BigInt(percent)) / 100n;

/** Two others agree to what a lead proposes. */
async function writeOff(
  office: Office,
  { lead, deciders }: { readonly lead: Actor; readonly deciders: readonly Actor[] },
  caseId: number,
  sum: bigint,
): Promise<void> {
  await proposeWriteOff(office, lead, { caseId, wish: { kind: 'amount', amount: sum }, reason: 'a gesture' });
  const asked = await within(office, lead.workspaceId, ({ tx }) =>
    tx.select().from(approval).where(eq(approval.kind, 'write-off')).orderBy(desc(approval.id)),
  );
  for (const decider of deciders) await decideApproval(office, decider, asked[0]!.id, { kind: 'approve' });
}

async function reopenLast(office: Office, finance: Actor): Promise<void> {
  const rows = await within(office, finance.workspaceId, ({ tx }) =>
    tx.select().from(writeOffTable).orderBy(desc(writeOffTable.id)),
  );
  if (rows[0] !== undefined) await reverseWriteOff(office, finance, rows[0].id, 'it came after all');
}

async function reverseLast(office: Office, finance: Actor): Promise<void> {
  const rows = await within(office, finance.workspaceId, ({ tx }) =>
    tx.select().from(payment).orderBy(desc(payment.id)),
  );
  if (rows[0] !== undefined)
    await reversePayment(office, finance, { paymentId: rows[0].id, reason: 'it bounced' });
}
