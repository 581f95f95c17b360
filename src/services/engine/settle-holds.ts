import { casesOfCustomers } from '../../../db/queries/case/ids.ts';
import { approvalOfHold, liveHolds } from '../../../db/queries/hold/find.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow, PromiseRow } from '../../../db/schema/index.ts';
import { isExempt } from '../../core/hold/exempt.ts';
import { isTrifle, keptLifts } from '../../core/hold/lifts.ts';
import { lapse } from '../approval/lapse.ts';
import { loadCaseFiles } from '../case/file.ts';
import { holdChanged } from '../hold/changed.ts';
import { coveringPromise, promisedTowards } from '../hold/promised.ts';
import { dropProposal, heldFromNow } from '../hold/put-on.ts';
import { leftOf, owedWords, type StillOwed } from '../hold/still-owed.ts';
import { tellOwed } from '../hold/tell-owed.ts';
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
    const left = await leftOf(scope, hold, theirs);
    const owed = left.filter((one) => !isTrifle(one));
    if (owed.length === 0) await end(scope, hold, paidWords(left));
    else if (theirs.some(({ facts }) => isExempt(facts.payer.tags)))
      await end(scope, hold, 'the customer is tagged exempt');
    else if (hold.status === 'suspended') await followPromise(scope, hold, promise, owed);
    else if (hold.status === 'on') await tellOwed(scope, hold, owed);
  }
}

const paidWords = (left: readonly StillOwed[]): string =>
  left.length === 0
    ? 'all that it was for is paid'
    : `only ${owedWords(left)} of what it was for is left, which is not pressed`;

async function end(scope: Scope, hold: HoldRow, because: string): Promise<void> {
  if (hold.status === 'proposed') return lapseProposal(scope, hold, because);
  await lift(scope, hold, because);
}

async function lapseProposal(scope: Scope, hold: HoldRow, reason: string): Promise<void> {
  const approval = await approvalOfHold(scope.tx, hold.id);
  if (approval?.status !== 'pending') return dropProposal(scope, hold.id, 'lapsed', reason);
  await lapse(scope, approval, reason);
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
  owed: readonly StillOwed[],
): Promise<void> {
  switch (promise?.status) {
    case 'open':
    case 'unconfirmed':
      return;
    case 'kept':
      return followKept(scope, hold, promise, owed);
    case 'broken':
    case 'partial':
      return putOnAgain(scope, hold, 'the promise was broken');
    case 'cancelled':
    case undefined:
      return followNext(scope, hold, owed, 'the promise was taken back');
  }
}

/** It was as much as the hold was for; of several currencies, the others may be promised for a later day. */
async function followKept(
  scope: Scope,
  hold: HoldRow,
  { amount, caseId }: PromiseRow,
  owed: readonly StillOwed[],
): Promise<void> {
  if (owed.every((one) => one.caseId === caseId && keptLifts(one, amount)))
    return lift(scope, hold, 'the promise was kept');
  await followNext(scope, hold, owed, 'the promise was kept');
}

/** A promise that was renewed lives on in the one that took its place, if that is for as much. */
async function followNext(
  scope: Scope,
  hold: HoldRow,
  owed: readonly StillOwed[],
  before: string,
): Promise<void> {
  const promised = await promisedTowards(scope, owed);
  const next = coveringPromise(owed, promised);
  if (next !== undefined) return followOn(scope, hold, next.id);
  const [less] = promised;
  const now = less === undefined ? before : 'less is promised now';
  await putOnAgain(scope, hold, `${now}, and ${owedWords(owed)} is to be paid`);
}

async function followOn(scope: Scope, { id }: HoldRow, promiseId: number): Promise<void> {
  await changeHold(scope.tx, id, 'suspended', { promiseId });
}

/** Not in shadow mode, in which nothing reaches customers: it comes back when that ends. */
async function putOnAgain(scope: Scope, hold: HoldRow, because: string): Promise<void> {
  if (scope.workspace.shadow) return;
  await changeHold(scope.tx, hold.id, 'suspended', {
    status: 'on',
    onSince: scope.now,
    promiseId: null,
    ...(await heldFromNow(scope, hold)),
  });
  await holdChanged(scope, hold, 'on again', null, because);
}
