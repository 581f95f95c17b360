import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { postingsOfPayments } from '../../../db/queries/ledger/postings.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import type { Entry } from '../ledger/entry.ts';
import { requireRole } from '../member/roster.ts';
import type { Notice } from '../notice.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor } from '../ports.ts';
import type { Scope } from '../scope.ts';
import { cashMoved } from './cash-moved.ts';

/**
 * Holds the case of some cash and all cases beside it for somebody of finance.
 * @throws DomainError `forbidden`, naming who may.
 */
export async function holdForFinance(
  scope: Scope,
  actor: Actor,
  caseId: number,
  toDo: string,
): Promise<HeldCase> {
  await lockCases(scope.tx, await caseIdsBeside(scope.tx, caseId));
  const held = await holdCase(scope, actor, caseId);
  requireRole(held.people, held.actor, ['finance'], toDo);
  return held;
}

export interface CashChange {
  readonly event: Extract<Notice, { readonly kind: 'payment changed' }>['event'];
  /** Minor units of the case's currency. */
  readonly amount: bigint;
  readonly about?: string;
  readonly reason?: string;
}

/** Says in the case's thread and in its history what finance did, and has everything judged anew. */
export async function tellChange(
  scope: Scope,
  { row, actor }: HeldCase,
  { event, amount, about, reason }: CashChange,
): Promise<void> {
  await tellCase(scope, row.id, {
    kind: 'payment changed',
    caseId: row.id,
    memberId: actor.id,
    event,
    amount: formatMoney(money(amount, row.currency)),
    about: about ?? null,
    reason: reason ?? null,
  });
  await record(scope, [
    {
      what: `payment ${event}`,
      memberId: actor.id,
      caseId: row.id,
      details: { amount: String(amount), about: about ?? null, reason: reason ?? null },
    },
  ]);
}

/** What one case received is a fact for the others: the pressure on a customer is one. */
export async function lookAgain(scope: Scope, caseId: number): Promise<void> {
  await cashMoved(scope, await caseIdsBeside(scope.tx, caseId));
}

/** Entries of payments with keys of their own: each continues the count of what was booked of its payment. */
export async function keyed(
  scope: Scope,
  entries: readonly (Omit<Entry, 'key'> & { readonly paymentId: number })[],
): Promise<readonly Entry[]> {
  const before = await postingsOfPayments(scope.tx, [...new Set(entries.map(({ paymentId }) => paymentId))]);
  const counts = new Map<number, number>();
  for (const { paymentId } of before)
    if (paymentId !== undefined) counts.set(paymentId, (counts.get(paymentId) ?? 0) + 1);
  return entries.map((entry) => {
    const nth = (counts.get(entry.paymentId) ?? 0) + 1;
    counts.set(entry.paymentId, nth);
    return { ...entry, key: `payment:${entry.paymentId}:${nth}` };
  });
}
