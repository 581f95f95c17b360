import { findHold } from '../../../db/queries/hold/find.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import { findPause } from '../../../db/queries/pause/find.ts';
import { decidePause } from '../../../db/queries/pause/write.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { sharesOf } from '../../core/dunning/shares.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import { formatMoney, money } from '../../core/money.ts';
import { type CaseFile, pressedSumOf } from '../case/file.ts';
import { holdChanged } from '../hold/changed.ts';
import { pauseBegins } from '../pause/begins.ts';
import type { Scope } from '../scope.ts';
import { carryOut } from './carry-out.ts';

/** Why a question does not stand any more; undefined when it can still be answered with yes. */
export async function overtaken(scope: Scope, row: ApprovalRow, file: CaseFile): Promise<string | undefined> {
  const today = dateIn(file.facts.calendar.zone, scope.now);
  switch (row.kind) {
    case 'step':
      return changeOfSum(scope, row, file) ?? restingNow(scope, row, file);
    case 'hold':
      return row.amount > 0n && owedOverdue(file.facts, today) === 0n
        ? 'nothing is overdue any more'
        : undefined;
    case 'fee waiver':
    case 'hold release':
    case 'write-off':
      return undefined;
    case 'pause': {
      const asked = await findPause(scope.tx, row.subjectId ?? 0);
      return asked === undefined || asked.untilDay <= today ? 'the time it was asked for is over' : undefined;
    }
  }
}

/** Does what was approved. */
export async function grant(scope: Scope, row: ApprovalRow, file: CaseFile, memberId: number): Promise<void> {
  switch (row.kind) {
    case 'step':
      return carryOut(scope, row, file, memberId);
    case 'fee waiver':
    case 'hold release':
    case 'write-off':
      return;
    case 'pause': {
      const fromDay = dateIn(file.facts.calendar.zone, scope.now);
      await decidePause(scope.tx, row.subjectId ?? 0, { status: 'granted', fromDay });
      return pauseBegins(scope, row.subjectId ?? 0, memberId);
    }
    case 'hold': {
      const asked = await findHold(scope.tx, row.subjectId ?? 0);
      if (asked === undefined) return;
      await changeHold(scope.tx, asked.id, 'proposed', { status: 'on', onSince: scope.now });
      return holdChanged(scope, asked, 'on', memberId, asked.reason);
    }
  }
}

/** Writes down that what was asked for does not happen. */
export async function deny(
  scope: Scope,
  { kind, subjectId }: ApprovalRow,
  status: 'refused' | 'lapsed',
): Promise<void> {
  if (subjectId === null) return;
  if (kind === 'pause') await decidePause(scope.tx, subjectId, { status });
  if (kind === 'hold') await changeHold(scope.tx, subjectId, 'proposed', { status });
}

/** Why the approval no longer fits the case; undefined when the sum is the one that was asked about. */
function changeOfSum(scope: Scope, row: ApprovalRow, file: CaseFile): string | undefined {
  const sum = pressedSumOf(file, row.invoices, scope.now);
  if (sum === row.amount) return undefined;
  const inWords = (amount: bigint): string => formatMoney(money(amount, file.facts.currency));
  return `the sum changed from ${inWords(row.amount)} to ${inWords(sum)}`;
}

/** Nobody is sued for what came to rest since the question was asked. */
function restingNow(scope: Scope, row: ApprovalRow, { facts }: CaseFile): string | undefined {
  if (facts.stopped) return 'nobody presses them any more';
  const shares = sharesOf(facts, dateIn(facts.calendar.zone, scope.now));
  const resting = facts.invoices.find(
    ({ id }, index) => row.invoices.includes(id) && shares[index]?.pressed === 0n,
  );
  return resting && `${resting.number} is at rest now`;
}
