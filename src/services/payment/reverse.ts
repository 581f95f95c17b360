import { findPayment, type PaymentRow } from '../../../db/queries/payment/find.ts';
import { postingsOfPayments, type Posting } from '../../../db/queries/ledger/postings.ts';
import { numbersOfInvoices } from '../../../db/queries/invoice/numbers.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, type Money, money } from '../../core/money.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { post } from '../ledger/post.ts';
import { reversalOf } from '../ledger/reversal.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { holdForFinance, lookAgain, tellChange } from './change.ts';
import { reopenPromises } from './reopen-promises.ts';

export interface ReversalWord {
  readonly paymentId: number;
  readonly reason: string;
}

export interface Reversed {
  readonly amount: Money;
  readonly reopened: readonly string[];
  /** Promises that counted as kept and are judged anew. */
  readonly promises: number;
}

/**
 * Takes a payment back that bounced or was recorded by mistake: every posting of it is reversed, what it paid is open
 * again, promises that it kept are judged anew, and the ladder goes on from what each invoice had received.
 * @throws DomainError `forbidden` for whoever is not finance; `not_found` for a payment that is not here; `conflict`
 * when it was taken back before; `invalid` when it was refunded, or is not a payment of ours to take back.
 */
export async function reversePayment(office: Office, actor: Actor, word: ReversalWord): Promise<Reversed> {
  if (word.reason.trim() === '')
    throw new DomainError('invalid', 'Say why: the payment bounced, or was recorded by mistake.');
  return within(office, actor.workspaceId, async (scope) => {
    const { row, caseId } = await paymentOf(scope, word.paymentId);
    const held = await holdForFinance(scope, actor, caseId, 'reverse a payment');
    refuseOthers(row);
    return reverseHeld(scope, held, row, word.reason.trim());
  });
}

/** The same for cases that are held already, as a bank's line needs it. */
export async function reverseHeld(
  scope: Scope,
  held: HeldCase,
  row: PaymentRow,
  reason: string,
  bookedOn: BusinessDate = scope.today,
): Promise<Reversed> {
  const standing = await standingOf(scope, row);
  await post(
    scope,
    standing.map((posting) => reversalOf(posting, bookedOn)),
  );
  const reopened = await numbersOfInvoices(
    scope.tx,
    standing.flatMap(({ invoiceId }) => (invoiceId === undefined ? [] : [invoiceId])),
  );
  const promises = await reopenPromises(scope, held.row.id);
  await tellChange(scope, held, {
    event: 'reversed',
    amount: row.amount,
    ...(reopened.length === 0 ? {} : { about: reopened.join(', ') }),
    reason,
  });
  await lookAgain(scope, held.row.id);
  return { amount: money(row.amount, row.currency), reopened, promises };
}

/** @throws DomainError `not_found` */
export async function paymentOf(
  { tx }: Scope,
  paymentId: number,
): Promise<{ readonly row: PaymentRow; readonly caseId: number }> {
  const found = await findPayment(tx, paymentId);
  if (found?.caseId === undefined || found.caseId === null)
    throw new DomainError(
      'not_found',
      `There is no payment ${paymentId} here: see the payments in /account.`,
    );
  return { row: found.row, caseId: found.caseId };
}

function refuseOthers({ source, reference }: PaymentRow): void {
  if (source === 'finance' || source === 'bank') return;
  const what = source === 'import' ? 'This payment' : `Credit note ${reference ?? ''}`.trim();
  throw new DomainError(
    'invalid',
    `${what} came with an import: correct it in the books and import them again.`,
  );
}

async function standingOf({ tx, today }: Scope, row: PaymentRow): Promise<readonly Posting[]> {
  const standing = (await postingsOfPayments(tx, [row.id])).filter(
    ({ reversed, isReversal }) => !reversed && !isReversal,
  );
  const named = `${formatMoney(money(row.amount, row.currency))} of ${formatDate(businessDate(row.receivedOn), { today })}`;
  if (standing.length === 0)
    throw new DomainError('conflict', `The payment of ${named} was reversed before: nothing of it stands.`);
  if (standing.some(({ credit }) => credit === 'cash'))
    throw new DomainError(
      'invalid',
      `Part of the payment of ${named} was refunded: it cannot bounce any more.`,
    );
  return standing;
}
