import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { countSamePayments, insertPayment } from '../../../db/queries/payment/record.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, type Money, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import type { Entry } from '../ledger/entry.ts';
import { post } from '../ledger/post.ts';
import { requireRole } from '../member/roster.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refuseWrittenOff, type WrittenOff, writtenOffOf } from '../write-off/written-off.ts';
import { allocate, type Allocation, type Payable } from './allocate.ts';
import { cashMoved } from './cash-moved.ts';
import { payables } from './payables.ts';
import { settleAdvices } from './settle-advices.ts';

/** Cash that finance saw come in. */
export interface PaymentWord {
  readonly caseId: number;
  /** Minor units of the case's currency. */
  readonly amount: bigint;
  readonly receivedOn: BusinessDate;
  readonly reference?: string;
  /** Invoice numbers that the payer named; left out: an exact amount, else the oldest due first. */
  readonly invoices?: readonly string[];
  /** How many such payments whoever records this one knows of, having been asked about them. */
  readonly knownAlike?: number;
}

export interface Recorded {
  readonly kind: 'recorded';
  readonly applied: readonly { readonly number: string; readonly paid: Money; readonly left: Money }[];
  readonly unapplied: Money;
  /** What is open of the case afterwards. */
  readonly open: Money;
  /** What it may be meant for where some of it pays nothing: given up, and not taken back. */
  readonly writtenOff: readonly WrittenOff[];
}

export type PaymentOutcome =
  | Recorded
  /** Nothing was recorded: this amount of this day is there already, as often as said. */
  | { readonly kind: 'possible double'; readonly alike: number };

/**
 * Records cash: a payment, a posting for each invoice it pays, and one for what remains. Pressure on what is paid
 * stops with the tick that this wakes.
 * @throws DomainError `forbidden` for whoever is not finance; `invalid` for an amount, a day or an invoice that
 * cannot be; `conflict` when somebody recorded the same payment since one was asked, and for an invoice written off.
 */
export async function recordPayment(
  office: Office,
  actor: Actor,
  word: PaymentWord,
): Promise<PaymentOutcome> {
  return within(office, actor.workspaceId, async (scope) => {
    const beside = await caseIdsBeside(scope.tx, word.caseId);
    await lockCases(scope.tx, beside);
    const held = await holdCase(scope, actor, word.caseId);
    requireRole(held.people, held.actor, ['finance'], 'record cash');
    refuseImpossible(scope, word);
    const alike = await countAlike(scope, held, word);
    if (alike > 0 && word.knownAlike === undefined) return { kind: 'possible double', alike };
    if (alike !== (word.knownAlike ?? 0))
      throw new DomainError(
        'conflict',
        'This payment was recorded a moment ago; your press changed nothing.',
      );
    const invoices = await payables(scope, word.caseId);
    const writtenOff = await writtenOffOf(scope, held.row);
    refuseWrittenOff(writtenOff, word.invoices ?? [], invoices, scope.today);
    const allocation = allocate(word.amount, invoices, word.invoices);
    await book(scope, held, word, allocation);
    await settleAdvices(scope, word.caseId, word.amount, scope.today);
    await tell(scope, held, word, allocation);
    await cashMoved(scope, beside);
    const asMeant = allocation.unapplied > 0n ? writtenOff : [];
    return { ...outcomeOf(held.row.currency, invoices, allocation), writtenOff: asMeant };
  });
}

function refuseImpossible(scope: Scope, { amount, receivedOn }: PaymentWord): void {
  if (amount <= 0n) throw new DomainError('invalid', 'A payment needs an amount above zero.');
  if (receivedOn > scope.today)
    throw new DomainError(
      'invalid',
      `${formatDate(receivedOn)} is still to come: choose today (${formatDate(scope.today)}) or the day it came in.`,
    );
}

async function countAlike(scope: Scope, { row }: HeldCase, word: PaymentWord): Promise<number> {
  const { customerId, currency } = row;
  const { amount, receivedOn } = word;
  return countSamePayments(scope.tx, { customerId, currency, amount, receivedOn });
}

/** The payment's row gives the postings their keys, so that no two payments can share one. */
async function book(
  scope: Scope,
  { row }: HeldCase,
  { amount, receivedOn, reference }: PaymentWord,
  { shares, unapplied }: Allocation,
): Promise<void> {
  const { customerId, currency } = row;
  const paymentId = await insertPayment(scope.tx, {
    customerId,
    currency,
    amount,
    receivedOn,
    source: 'finance',
    reference: reference ?? null,
    createdAt: scope.now,
  });
  const common = { debit: 'cash', currency, customerId, paymentId, bookedOn: receivedOn } as const;
  const entries: Omit<Entry, 'key'>[] = shares.map((share) => ({
    ...common,
    credit: 'receivable',
    amount: share.amount,
    invoiceId: share.invoice.id,
  }));
  if (unapplied > 0n) entries.push({ ...common, credit: 'unapplied', amount: unapplied });
  await post(
    scope,
    entries.map((entry, n) => ({ ...entry, key: `payment:${paymentId}:${n + 1}` })),
  );
}

async function tell(
  scope: Scope,
  { row, actor }: HeldCase,
  word: PaymentWord,
  { shares, unapplied }: Allocation,
): Promise<void> {
  await tellCase(scope, row.id, {
    kind: 'payment',
    caseId: row.id,
    memberId: actor.id,
    amount: formatMoney(money(word.amount, row.currency)),
    advised: false,
    until: null,
  });
  await record(scope, [
    {
      what: 'payment recorded',
      memberId: actor.id,
      caseId: row.id,
      details: {
        amount: String(word.amount),
        received: word.receivedOn,
        reference: word.reference ?? null,
        invoices: shares.map(({ invoice }) => invoice.number).join(', '),
        unapplied: unapplied === 0n ? null : formatMoney(money(unapplied, row.currency)),
      },
    },
  ]);
}

/** What one case received is a fact for the others: the pressure on a customer is one. */
function outcomeOf(
  currency: string,
  invoices: readonly Payable[],
  { shares, unapplied }: Allocation,
): Omit<Recorded, 'writtenOff'> {
  const before = invoices.reduce((sum, { open }) => sum + open, 0n);
  const paid = shares.reduce((sum, { amount }) => sum + amount, 0n);
  return {
    kind: 'recorded',
    applied: shares.map(({ invoice, amount }) => ({
      number: invoice.number,
      paid: money(amount, currency),
      left: money(invoice.open - amount, currency),
    })),
    unapplied: money(unapplied, currency),
    open: money(before - paid, currency),
  };
}
