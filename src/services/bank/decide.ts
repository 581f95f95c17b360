import { changeBankLine, lockBankLine } from '../../../db/queries/bank/lines.ts';
import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { findPayment } from '../../../db/queries/payment/find.ts';
import type { BankLineRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { allocate } from '../payment/allocate.ts';
import { lookAgain } from '../payment/change.ts';
import { payables } from '../payment/payables.ts';
import { reverseHeld } from '../payment/reverse.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { takeWriteOffBack } from '../write-off/reverse.ts';
import { bookCash } from './book-cash.ts';
import { advanceCover } from './cover.ts';

/** What finance says about a line that waits. */
export type LineDecision =
  /** It pays these invoices of this case, in order; none named: an exact amount, else all of it stays unapplied. */
  | { readonly kind: 'book'; readonly caseId: number; readonly invoices?: readonly string[] }
  /** It is a payment that was recorded before. */
  | { readonly kind: 'known'; readonly paymentId: number }
  /** It takes a payment back. */
  | { readonly kind: 'reverse'; readonly paymentId: number }
  /** It pays what was given up: the write-off is taken back first. */
  | {
      readonly kind: 'recover';
      readonly caseId: number;
      readonly writeOffId: number;
      readonly invoices: readonly string[];
    }
  /** It is nobody's here. */
  | { readonly kind: 'ignore' };

/**
 * Decides about a line of a bank statement that waits with finance.
 * @throws DomainError `forbidden` for whoever is not finance; `conflict` when it was decided before, naming who did;
 * `invalid` for invoices that are not open any more.
 */
export async function decideLine(
  office: Office,
  actor: Actor,
  lineId: number,
  decision: LineDecision,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const { people, person } = await actingMember(scope, actor);
    requireRole(people, person, ['finance'], 'decide about the bank’s money');
    await lockAllCases(scope.tx);
    const line = await holdLine(scope, lineId, (id) => people.get(id)?.name ?? 'Somebody');
    await carryOut(scope, actor, line, decision);
    await refreshCards(scope, 'bank line', [String(lineId)]);
    await refreshCards(scope, 'bank file', [String(line.fileId)]);
    await advanceCover(scope);
  });
}

async function holdLine(
  { tx }: Scope,
  lineId: number,
  nameOf: (memberId: number) => string,
): Promise<BankLineRow> {
  const line = await lockBankLine(tx, lineId);
  if (line === undefined) throw new DomainError('not_found', `There is no bank line ${lineId} here.`);
  if (line.status === 'waiting') return line;
  const who = line.decidedBy === null ? 'somebody' : nameOf(line.decidedBy);
  throw new DomainError(
    'conflict',
    `This line is decided already: ${who} was first. Your press changed nothing.`,
  );
}

async function carryOut(
  scope: Scope,
  actor: Actor,
  line: BankLineRow,
  decision: LineDecision,
): Promise<void> {
  switch (decision.kind) {
    case 'book':
      return book(scope, actor, line, decision.caseId, decision.invoices);
    case 'known':
      return settle(scope, actor, line, 'known', decision.paymentId);
    case 'reverse': {
      await takeBack(scope, actor, line, decision.paymentId);
      return settle(scope, actor, line, 'reversed', decision.paymentId);
    }
    case 'recover':
      await takeWriteOffBack(scope, actor, decision.writeOffId, 'money came from the bank after all');
      return book(scope, actor, line, decision.caseId, decision.invoices);
    case 'ignore':
      return settle(scope, actor, line, 'ignored');
  }
}

async function book(
  scope: Scope,
  actor: Actor,
  line: BankLineRow,
  caseId: number,
  named: readonly string[] | undefined,
): Promise<void> {
  const { row } = await holdCase(scope, actor, caseId);
  if (line.direction !== 'in')
    throw new DomainError(
      'invalid',
      'Money that went out pays nothing: reverse the payment that it takes back.',
    );
  if (row.currency !== line.currency)
    throw new DomainError('invalid', `The money is in ${line.currency} and that case in ${row.currency}.`);
  const { shares, unapplied } = await spreadOf(scope, line, caseId, named);
  await bookCash(
    scope,
    [
      {
        lineId: line.id,
        lineKey: line.key,
        caseId,
        customerId: row.customerId,
        amount: money(line.amount, line.currency),
        bookedOn: businessDate(line.bookedOn),
        iban: line.iban,
        remittance: line.remittance,
        shares: shares.map(({ invoice, amount }) => ({
          invoiceId: invoice.id,
          number: invoice.number,
          amount,
        })),
        unapplied,
        reason: 'decided by finance',
      },
    ],
    actor.memberId,
  );
  await lookAgain(scope, caseId);
}

/** Without invoices named only an exact amount is a word; the oldest first would be ours, not the debtor's. */
async function spreadOf(
  scope: Scope,
  { amount }: BankLineRow,
  caseId: number,
  named: readonly string[] | undefined,
): Promise<ReturnType<typeof allocate>> {
  const open = await payables(scope, caseId);
  if (named !== undefined && named.length > 0) return allocate(amount, open, named);
  const isExact =
    open.some((one) => one.open === amount) || open.reduce((sum, one) => sum + one.open, 0n) === amount;
  return isExact ? allocate(amount, open) : { shares: [], unapplied: amount };
}

async function takeBack(scope: Scope, actor: Actor, line: BankLineRow, paymentId: number): Promise<void> {
  const found = await findPayment(scope.tx, paymentId);
  if (found === undefined || found.caseId === null)
    throw new DomainError('not_found', `There is no payment ${paymentId} here.`);
  const held = await holdCase(scope, actor, found.caseId);
  await reverseHeld(scope, held, found.row, 'the bank returned it', businessDate(line.bookedOn));
  await wakeCases(scope, await caseIdsBeside(scope.tx, found.caseId));
}

async function settle(
  scope: Scope,
  actor: Actor,
  line: BankLineRow,
  status: 'known' | 'reversed' | 'ignored',
  paymentId?: number,
): Promise<void> {
  await changeBankLine(scope.tx, line.id, {
    status,
    decidedBy: actor.memberId,
    decidedAt: scope.now,
    ...(paymentId === undefined ? {} : { paymentId }),
  });
  const details = { line: line.id, amount: String(line.amount), name: line.name };
  await record(scope, [{ what: `bank line ${status}`, memberId: actor.memberId, details }]);
}
