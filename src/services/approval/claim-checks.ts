import { claimOnItsWay } from '../../../db/queries/letter/find.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import type { FrozenLetter } from '../letter/frozen.ts';
import type { Scope } from '../scope.ts';

/** @throws DomainError `conflict` when no claim of the case is on its way. */
export async function requireClaim({ tx }: Scope, caseId: number): Promise<LetterRow> {
  const claim = await claimOnItsWay(tx, caseId);
  if (claim === undefined) throw new DomainError('conflict', 'No claim of this case is on its way.');
  return claim;
}

/** @throws DomainError `invalid` for a day to come, or before the day that the claim bears. */
export function checkPostedOn(scope: Scope, claim: LetterRow, on: BusinessDate): void {
  refuseFuture(scope, on);
  const { on: written } = claim.facts as unknown as FrozenLetter;
  if (on < written)
    throw new DomainError(
      'invalid',
      `The claim bears the date ${written}: it cannot have been on its way on ${on}, before that.`,
    );
}

/** @throws DomainError `invalid` as above, and for a day before it was posted. */
export function checkDeliveredOn(scope: Scope, claim: LetterRow, on: BusinessDate): void {
  checkPostedOn(scope, claim, on);
  if (claim.postedOn !== null && on < claim.postedOn)
    throw new DomainError(
      'invalid',
      `The claim was posted on ${claim.postedOn}: it cannot have arrived on ${on}, before that.`,
    );
}

function refuseFuture(scope: Scope, on: BusinessDate): void {
  if (on > scope.today)
    throw new DomainError('invalid', `${formatDate(on)} is still to come: record the day once it was.`);
}
