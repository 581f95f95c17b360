import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { findWriteOff, linesOfWriteOff } from '../../../db/queries/write-off/find.ts';
import { changeWriteOff } from '../../../db/queries/write-off/write.ts';
import type { WriteOffRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, type Money, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { holdCase, type HeldCase } from '../case/of-actor.ts';
import { post } from '../ledger/post.ts';
import { historyOf, reversalOf } from '../ledger/reversal.ts';
import { requireRole } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import { cashMoved } from '../payment/cash-moved.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export interface WriteOffReversed {
  readonly caseId: number;
  readonly amount: Money;
  /** Numbers of the invoices that are open again. */
  readonly reopened: readonly string[];
}

/**
 * Takes a booked write-off back, because money came after all or it was a mistake: its postings are reversed, and what
 * it gave up is open again, from where its ladder stood.
 * @throws DomainError `forbidden` for reps; `invalid` without a reason; `conflict` when it is not booked (any more).
 */
export async function reverseWriteOff(
  office: Office,
  actor: Actor,
  id: number,
  reason: string,
): Promise<WriteOffReversed> {
  if (reason.trim() === '')
    throw new DomainError('invalid', 'Taking a write-off back needs a reason: write why.');
  return within(office, actor.workspaceId, (scope) => takeWriteOffBack(scope, actor, id, reason.trim()));
}

/** The same inside a transaction in which the money is booked that came after all. */
export async function takeWriteOffBack(
  scope: Scope,
  actor: Actor,
  id: number,
  reason: string,
): Promise<WriteOffReversed> {
  const { held, row } = await holdWriteOff(scope, actor, id);
  requireRole(held.people, held.actor, ['finance', 'lead', 'manager', 'admin'], 'take a write-off back');
  await reverse(scope, held, row, reason);
  const lines = await linesOfWriteOff(scope.tx, id);
  const amount = money(row.amount, held.row.currency);
  const reopened = lines.map(({ number }) => number);
  await tell(scope, held, amount, reopened, reason);
  await refreshCards(scope, 'write-off', [String(id)]);
  await cashMoved(scope, await caseIdsBeside(scope.tx, row.caseId));
  return { caseId: row.caseId, amount, reopened };
}

async function holdWriteOff(
  scope: Scope,
  actor: Actor,
  id: number,
): Promise<{ readonly held: HeldCase; readonly row: WriteOffRow }> {
  const seen = await findWriteOff(scope.tx, id);
  if (seen === undefined) throw new DomainError('not_found', `There is no write-off ${id} here.`);
  await lockCases(scope.tx, await caseIdsBeside(scope.tx, seen.caseId));
  const held = await holdCase(scope, actor, seen.caseId);
  return { held, row: (await findWriteOff(scope.tx, id)) ?? seen };
}

async function reverse(
  scope: Scope,
  { actor, people }: HeldCase,
  row: WriteOffRow,
  reason: string,
): Promise<void> {
  const change = {
    status: 'reversed',
    reversedOn: scope.today,
    reversedBy: actor.id,
    reversedBecause: reason,
  } as const;
  if (!(await changeWriteOff(scope.tx, row.id, 'booked', change))) {
    const who = row.reversedBy === null ? '' : ` by ${people.get(row.reversedBy)?.name ?? 'somebody'}`;
    throw new DomainError(
      'conflict',
      `This write-off is ${row.status}${who}: there is nothing to take back.`,
    );
  }
  const lines = await linesOfWriteOff(scope.tx, row.id);
  const history = await historyOf(
    scope,
    lines.map(({ invoiceId }) => invoiceId),
  );
  const booked = [...history.values()].flat().filter(({ key }) => key.startsWith(`write-off:${row.id}:`));
  await post(
    scope,
    booked
      .filter(({ isReversal, reversed }) => !isReversal && !reversed)
      .map((posting) => reversalOf(posting, scope.today)),
  );
}

async function tell(
  scope: Scope,
  { row: { id: caseId }, actor }: HeldCase,
  amount: Money,
  reopened: readonly string[],
  reason: string,
): Promise<void> {
  await tellCase(scope, caseId, {
    kind: 'write-off taken back',
    caseId,
    memberId: actor.id,
    amount: formatMoney(amount),
    invoices: reopened.join(', '),
    reason,
  });
  const details = { amount: String(amount.amount), invoices: reopened.join(', '), reason };
  await record(scope, [{ what: 'write-off taken back', memberId: actor.id, caseId, details }]);
}
