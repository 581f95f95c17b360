import { findDispute, linesOfDisputes } from '../../../db/queries/dispute/find.ts';
import { settleDispute } from '../../../db/queries/dispute/settle.ts';
import { insertPayment } from '../../../db/queries/payment/record.ts';
import { closeDisputeTasks } from '../../../db/queries/task/close.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { post } from '../ledger/post.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { answeredAlready, holdDispute } from './held.ts';
import { disputesSettled } from './settled.ts';

/**
 * Books the credit note of a dispute that was upheld, or notes that the books have it already: then the ledger knows
 * it by an import, and booking it here would count it twice. Returns what was booked, in minor units.
 * @throws DomainError `forbidden` for whoever is not finance, `conflict` when there is nothing to book (any more).
 */
export async function bookCredit(
  office: Office,
  actor: Actor,
  disputeId: number,
  inBooksAlready: boolean,
): Promise<{ readonly amount: bigint; readonly currency: string }> {
  return within(office, actor.workspaceId, async (scope) => {
    const { held, row } = await holdDispute(scope, actor, disputeId);
    requireRole(held.people, held.actor, ['finance'], 'book credit notes');
    if (row.status === 'credited')
      throw new DomainError(
        'conflict',
        `${held.people.get(row.creditedBy ?? 0)?.name ?? 'An import'} booked this credit note already; nothing was changed.`,
      );
    if (row.status !== 'upheld') throw answeredAlready(held.people, row);
    const amount = inBooksAlready
      ? await settleCredit(scope, held, disputeId, 0n)
      : await bookCreditIn(scope, held, disputeId);
    return { amount, currency: held.row.currency };
  });
}

/** The same inside a transaction that holds the case. Books no more than is still open of each invoice. */
export async function bookCreditIn(scope: Scope, held: HeldCase, disputeId: number): Promise<bigint> {
  const lines = (await linesOfDisputes(scope.tx, [disputeId]))
    .map((line) => ({ ...line, credit: line.upheld < line.open ? line.upheld : line.open }))
    .filter(({ credit }) => credit > 0n);
  const amount = lines.reduce((sum, { credit }) => sum + credit, 0n);
  if (amount > 0n) await postCredit(scope, held, disputeId, amount, lines);
  return settleCredit(scope, held, disputeId, amount);
}

async function postCredit(
  scope: Scope,
  { row: { customerId, currency } }: HeldCase,
  disputeId: number,
  amount: bigint,
  lines: readonly { readonly invoiceId: number; readonly credit: bigint }[],
): Promise<void> {
  const paymentId = await insertPayment(scope.tx, {
    customerId,
    currency,
    amount,
    receivedOn: scope.today,
    source: 'credit note',
    // Without the number of a document: imports compare only credit notes that they have booked themselves.
    reference: null,
    createdAt: scope.now,
  });
  await post(
    scope,
    lines.map(({ invoiceId, credit }) => ({
      debit: 'credit' as const,
      credit: 'receivable' as const,
      amount: credit,
      currency,
      customerId,
      invoiceId,
      paymentId,
      bookedOn: scope.today,
      key: `dispute:${disputeId}:credited-${invoiceId}`,
    })),
  );
}

async function settleCredit(
  scope: Scope,
  { row: { currency, id: caseId }, actor }: HeldCase,
  disputeId: number,
  amount: bigint,
): Promise<bigint> {
  await settleDispute(scope.tx, disputeId, 'upheld', { status: 'credited', creditedBy: actor.id });
  await closeDisputeTasks(scope.tx, disputeId, 'credit note', 'done', scope.now);
  await record(scope, [
    {
      what: amount === 0n ? 'credit note found in the books' : 'credit note booked',
      memberId: actor.id,
      caseId,
      details: { dispute: disputeId, amount: String(amount) },
    },
  ]);
  const row = await findDispute(scope.tx, disputeId);
  if (row !== undefined)
    await disputesSettled(scope, [row], {
      event: 'credited',
      memberId: actor.id,
      upheld: row.upheld,
      answer: null,
      currency,
    });
  return amount;
}
