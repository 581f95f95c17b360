import { findHold, holdsOfCustomer } from '../../../db/queries/hold/find.ts';
import { changeFeeWaiver } from '../../../db/queries/fee-waiver/write.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import { findPause, requestedPause } from '../../../db/queries/pause/find.ts';
import { decidePause } from '../../../db/queries/pause/write.ts';
import { changeWriteOff } from '../../../db/queries/write-off/write.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { sharesOf } from '../../core/dunning/shares.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import { formatMoney, money } from '../../core/money.ts';
import { type CaseFile, pressedSumOf } from '../case/file.ts';
import { changeOfWaiver, grantWaiver } from '../fee-waiver/grant.ts';
import { announceClaim } from '../announcement/announce-claim.ts';
import { releaseHold } from '../hold/release.ts';
import { dropProposal, putOn } from '../hold/put-on.ts';
import { pauseBegins } from '../pause/begins.ts';
import type { Scope } from '../scope.ts';
import { bookWriteOff, changeOfWriteOff } from '../write-off/book.ts';
import { carryOut } from './carry-out.ts';

/** Why a question does not stand any more; undefined when it can still be answered with yes. */
export async function overtaken(scope: Scope, row: ApprovalRow, file: CaseFile): Promise<string | undefined> {
  const { facts } = file;
  const today = dateIn(facts.calendar.zone, scope.now);
  switch (row.kind) {
    case 'step':
      return changeOfSum(scope, row, file) ?? restingNow(scope, row, file);
    case 'hold':
      if (facts.stopped) return notPressed;
      return row.amount > 0n && owedOverdue(facts, today) === 0n ? 'nothing is overdue any more' : undefined;
    case 'pause': {
      const asked = await findPause(scope.tx, row.subjectId ?? 0);
      return asked === undefined || asked.untilDay <= today ? 'the time it was asked for is over' : undefined;
    }
    case 'hold release': {
      const asked = await findHold(scope.tx, row.subjectId ?? 0);
      return asked?.status === 'on' || asked?.status === 'suspended' ? undefined : 'the hold is off already';
    }
    case 'write-off':
      return changeOfWriteOff(scope, row.subjectId ?? 0, facts.currency);
    case 'fee waiver':
      return changeOfWaiver(scope, row, facts.currency);
  }
}

const notPressed = 'nobody presses them any more';

/** Does what was approved. */
export async function grant(scope: Scope, row: ApprovalRow, file: CaseFile, memberId: number): Promise<void> {
  const subjectId = row.subjectId ?? 0;
  switch (row.kind) {
    case 'step':
      return (await announceClaim(scope, row, file)) ? undefined : carryOut(scope, row, file, memberId);
    case 'pause': {
      const fromDay = dateIn(file.facts.calendar.zone, scope.now);
      await decidePause(scope.tx, subjectId, { status: 'granted', fromDay });
      return pauseBegins(scope, subjectId, memberId);
    }
    case 'hold':
      return putOn(scope, subjectId, memberId);
    case 'hold release':
      return releaseHold(scope, subjectId, memberId);
    case 'write-off':
      return bookWriteOff(scope, subjectId, memberId);
    case 'fee waiver':
      return grantWaiver(scope, subjectId, memberId);
  }
}

/** Writes down that what was asked for does not happen. */
export async function deny(
  scope: Scope,
  { kind, subjectId }: ApprovalRow,
  status: 'refused' | 'lapsed',
  because: string,
): Promise<void> {
  if (subjectId === null) return;
  switch (kind) {
    case 'pause':
      return decidePause(scope.tx, subjectId, { status });
    case 'hold':
      return dropProposal(scope, subjectId, status, because);
    case 'write-off':
      return void (await changeWriteOff(scope.tx, subjectId, 'proposed', { status }));
    case 'fee waiver':
      return void (await changeFeeWaiver(scope.tx, subjectId, 'proposed', status));
    // A hold that is not released stays on; a step is decided anew from the facts.
    case 'hold release':
    case 'step':
      return;
  }
}

/**
 * What was refused is proposed again.
 * @returns whether it is; not when it was proposed anew meanwhile.
 */
export async function reopen(scope: Scope, { kind, subjectId, caseId }: ApprovalRow): Promise<boolean> {
  const id = subjectId ?? 0;
  switch (kind) {
    case 'pause':
      if ((await requestedPause(scope.tx, caseId)) !== undefined) return false;
      await decidePause(scope.tx, id, { status: 'requested' });
      return true;
    case 'hold':
      return (await isOnlyHold(scope, id)) && changeHold(scope.tx, id, 'refused', { status: 'proposed' });
    case 'write-off':
      return changeWriteOff(scope.tx, id, 'refused', { status: 'proposed' });
    case 'fee waiver':
      return changeFeeWaiver(scope.tx, id, 'refused', 'proposed');
    case 'hold release':
    case 'step':
      return true;
  }
}

/** A customer has one live hold of a kind at most. */
async function isOnlyHold({ tx }: Scope, id: number): Promise<boolean> {
  const row = await findHold(tx, id);
  const others = row === undefined ? [] : await holdsOfCustomer(tx, row.customerId);
  return !others.some(
    (one) => one.kind === row?.kind && ['proposed', 'on', 'suspended'].includes(one.status),
  );
}

/** Why the approval no longer fits the case; undefined when the sum is the one that was asked about. */
function changeOfSum(scope: Scope, row: ApprovalRow, file: CaseFile): string | undefined {
  const sum = pressedSumOf(file, row.invoices, scope.now);
  if (sum === row.amount) return undefined;
  if (sum === 0n) return 'nothing of it is left to ask for';
  const inWords = (amount: bigint): string => formatMoney(money(amount, file.facts.currency));
  return `the sum changed from ${inWords(row.amount)} to ${inWords(sum)}`;
}

/** Nobody is sued for what came to rest since the question was asked. */
function restingNow(scope: Scope, row: ApprovalRow, { facts }: CaseFile): string | undefined {
  if (facts.stopped) return notPressed;
  const shares = sharesOf(facts, dateIn(facts.calendar.zone, scope.now));
  const resting = facts.invoices.find(
    ({ id }, index) => row.invoices.includes(id) && shares[index]?.pressed === 0n,
  );
  return resting && `${resting.number} is at rest now`;
}
