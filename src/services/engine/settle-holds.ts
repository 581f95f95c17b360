import { consumeApproval } from '../../../db/queries/approval/consume.ts';
import { casesOfCustomers } from '../../../db/queries/case/ids.ts';
import { approvalOfHold, liveHolds } from '../../../db/queries/hold/find.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import { unappliedPayments } from '../../../db/queries/payment/unapplied.ts';
import { promisesOfCases } from '../../../db/queries/promise/find.ts';
import type { HoldRow, PromiseRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { isExempt } from '../../core/hold/exempt.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { holdChanged } from '../hold/changed.ts';
import { dropProposal, overdueInvoices } from '../hold/put-on.ts';
import { totalOf } from '../payment/unapplied.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';

/**
 * Lifts holds at once when what is owed is paid, and puts one that was lifted against a promise on again when the
 * promise breaks. A proposal that nobody decided lapses when there is nothing to hold for any more.
 */
export async function settleHolds(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const live = await liveHolds(scope.tx, caseIds);
  if (live.length === 0) return;
  const beside = await casesOfCustomers(scope.tx, [...new Set(live.map(({ hold }) => hold.customerId))]);
  const files = await loadCaseFiles(
    scope,
    beside.map(({ id }) => id),
  );
  for (const { hold, promise } of live) {
    const theirs = files.filter(({ customerId }) => customerId === hold.customerId);
    if (await isPaid(scope, hold, theirs)) await end(scope, hold, 'all that it was for is paid');
    else if (theirs.some(({ facts }) => isExempt(facts.payer.tags)))
      await end(scope, hold, 'the customer is tagged exempt');
    else if (hold.status === 'suspended') await followPromise(scope, hold, promise, theirs);
  }
}

/**
 * Whether what a hold is for is paid: cash that is in and not allocated yet counts, as nobody stays locked out for our
 * book-keeping. A hold that was put on before anything was overdue stays until nothing is open.
 */
async function isPaid(
  scope: Scope,
  { owed, invoices }: HoldRow,
  files: readonly CaseFile[],
): Promise<boolean> {
  if (owed === 0n && invoices.length === 0) return files.every(({ facts }) => facts.invoices.length === 0);
  const cash = groupBy(
    (await unappliedPayments(scope.tx, files.map(caseIdOf))).filter(({ isDeposit }) => !isDeposit),
    ({ caseId }) => caseId,
  );
  return files.every(({ facts }) => {
    const today = dateIn(facts.calendar.zone, scope.now);
    return owedOverdue(facts, today, invoices) <= totalOf(cash.get(facts.caseId) ?? []);
  });
}

const caseIdOf = ({ facts }: CaseFile): number => facts.caseId;

async function end(scope: Scope, hold: HoldRow, because: string): Promise<void> {
  if (hold.status === 'proposed') return lapse(scope, hold, because);
  await lift(scope, hold, because);
}

async function lapse(scope: Scope, hold: HoldRow, reason: string): Promise<void> {
  await dropProposal(scope, hold.id, 'lapsed', reason);
  const approval = await approvalOfHold(scope.tx, hold.id);
  if (approval === undefined) return;
  await consumeApproval(scope.tx, approval.id, {
    status: 'lapsed',
    reason,
    decidedBy: null,
    decidedAt: scope.now,
  });
  await refreshCards(scope, 'approval', [String(approval.id)]);
}

async function lift(scope: Scope, hold: HoldRow, because: string): Promise<void> {
  await changeHold(scope.tx, hold.id, hold.status, {
    status: 'lifted',
    liftedAt: scope.now,
    liftedBecause: because,
  });
  await holdChanged(scope, hold, 'lifted', null, because);
}

async function followPromise(
  scope: Scope,
  hold: HoldRow,
  promise: PromiseRow | null,
  files: readonly CaseFile[],
): Promise<void> {
  switch (promise?.status) {
    case 'open':
    case 'unconfirmed':
      return;
    case 'kept':
      return lift(scope, hold, 'the promise was kept');
    case 'broken':
    case 'partial':
      return putOnAgain(scope, hold, 'the promise was broken');
    case 'cancelled':
    case undefined:
      return followRenewal(scope, hold, files);
  }
}

/** A promise that was renewed lives on in the one that took its place. */
async function followRenewal(scope: Scope, hold: HoldRow, files: readonly CaseFile[]): Promise<void> {
  const all = await promisesOfCases(
    scope.tx,
    files.map(({ facts }) => facts.caseId),
  );
  const next = all.find(({ renewsId, status }) => renewsId === hold.promiseId && status === 'open');
  if (next === undefined) return putOnAgain(scope, hold, 'the promise was taken back');
  await changeHold(scope.tx, hold.id, 'suspended', { promiseId: next.id });
}

/** Not in shadow mode, in which nothing reaches customers: it comes back when that ends. */
async function putOnAgain(scope: Scope, hold: HoldRow, because: string): Promise<void> {
  if (scope.workspace.shadow) return;
  const invoices = await overdueInvoices(scope, hold.customerId);
  await changeHold(scope.tx, hold.id, 'suspended', {
    status: 'on',
    onSince: scope.now,
    promiseId: null,
    invoices,
  });
  await holdChanged(scope, hold, 'on again', null, because);
}
