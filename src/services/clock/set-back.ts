import { isPristine, writeClockOffset } from '../../../db/queries/clock/move.ts';
import { notePulse } from '../../../db/queries/clock/pulse.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { planRoutines } from '../routine/plan.ts';
import type { Scope } from '../scope.ts';
import { scopeAt } from './scope-at.ts';

/**
 * Sets the business clock back, which only a workspace without a past allows: nothing may have happened later than
 * now. Returns the scope as it is at the new time.
 * @throws DomainError `conflict` when there are invoices or steps done; `forbidden` where the clock cannot be moved.
 */
export async function setBack(scope: Scope, to: Date, memberId?: number): Promise<Scope> {
  refuseFixedClock(scope);
  if (!(await isPristine(scope.tx)))
    throw new DomainError(
      'conflict',
      'The business clock only goes back while there are no invoices: this workspace has a past already.',
    );
  const clockOffsetMs = to.getTime() - scope.office.baseNow().getTime();
  const earlier = scopeAt(scope, clockOffsetMs, to);
  await planRoutines(earlier);
  await record(earlier, [
    {
      what: 'business clock set back',
      details: { to: to.toISOString() },
      ...(memberId === undefined ? {} : { memberId }),
    },
  ]);
  await writeClockOffset(scope.tx, clockOffsetMs);
  await notePulse(scope.tx, to);
  return earlier;
}

/** @throws DomainError `forbidden` where the business clock is the machine's. */
export function refuseFixedClock({ office }: Pick<Scope, 'office'>): void {
  if (!office.movableClock)
    throw new DomainError('forbidden', 'The business clock can only be moved in the local workspace.');
}
