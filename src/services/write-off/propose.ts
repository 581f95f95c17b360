import { writeOffsOfCases } from '../../../db/queries/write-off/find.ts';
import { insertWriteOff } from '../../../db/queries/write-off/write.ts';
import { DomainError } from '../../core/error.ts';
import { type Money, money } from '../../core/money.ts';
import { askApproval, whoIsAsked } from '../approval/ask.ts';
import { refuseUntilReview } from '../approval/refused-before.ts';
import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { requireRole } from '../member/roster.ts';
import { payables } from '../payment/payables.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { shareWriteOff, type WriteOffShare, type WriteOffWish } from './share.ts';

export interface WriteOffWord {
  readonly caseId: number;
  readonly wish: WriteOffWish;
  readonly reason: string;
}

export interface WriteOffProposed {
  readonly amount: Money;
  readonly invoices: readonly string[];
  /** Whose answer is waited for, in words. */
  readonly who: string;
}

/** Who may propose to give money up; two others must agree. */
export const proposers = ['rep', 'lead', 'manager', 'finance', 'admin'] as const;

/**
 * Proposes to give up what is open of some invoices. Nothing is booked before two people agreed, neither of them the
 * owner of the customer nor whoever proposed it.
 * @throws DomainError `invalid` without a reason or for an amount that cannot be; `conflict` while one waits, and
 * before the day to look again of one that was refused.
 */
export async function proposeWriteOff(
  office: Office,
  actor: Actor,
  word: WriteOffWord,
): Promise<WriteOffProposed> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, word.caseId);
    requireRole(held.people, held.actor, proposers, 'propose a write-off');
    if (word.reason.trim() === '')
      throw new DomainError('invalid', 'A write-off needs a reason: write because and why at the end.');
    await refuseSecond(scope, held);
    await refuseUntilReview(scope, held.people, {
      caseId: word.caseId,
      kind: 'write-off',
      step: 'write-off',
    });
    const { floor } = scope.workspace;
    const shares = shareWriteOff(word.wish, await payables(scope, word.caseId), { ...held.row, floor });
    return ask(scope, held, shares, word.reason.trim());
  });
}

async function refuseSecond(scope: Scope, { row, people }: HeldCase): Promise<void> {
  const waiting = (await writeOffsOfCases(scope.tx, [row.id])).find(({ status }) => status === 'proposed');
  if (waiting === undefined) return;
  const who = people.get(waiting.proposedBy)?.name ?? 'Somebody';
  throw new DomainError(
    'conflict',
    `${who} proposed a write-off here already; it waits for two people to agree.`,
  );
}

async function ask(
  scope: Scope,
  { row: { id: caseId, currency }, actor }: HeldCase,
  shares: readonly WriteOffShare[],
  reason: string,
): Promise<WriteOffProposed> {
  const amount = shares.reduce((sum, share) => sum + share.amount, 0n);
  const subjectId = await insertWriteOff(
    scope.tx,
    { caseId, amount, reason, proposedBy: actor.id, proposedAt: scope.now },
    shares.map((share) => ({ invoiceId: share.invoiceId, amount: share.amount, open: share.open })),
  );
  const approval = await askApproval(scope, {
    caseId,
    kind: 'write-off',
    subjectId,
    step: 'write-off',
    amount,
    invoices: shares.map(({ invoiceId }) => invoiceId),
    needs: 2,
    askedBy: actor.id,
  });
  const invoices = shares.map(({ number }) => number);
  const details = { amount: String(amount), invoices: invoices.join(', '), reason };
  await record(scope, [{ what: 'write-off proposed', memberId: actor.id, caseId, details }]);
  await wakeCases(scope, [caseId]);
  return { amount: money(amount, currency), invoices, who: await whoIsAsked(scope, approval) };
}
