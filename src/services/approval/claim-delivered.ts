import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { changePosting } from '../../../db/queries/letter/post.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import { finishLetterTasks } from '../../../db/queries/task/close.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { checkDeliveredOn, requireClaim } from './claim-checks.ts';
import { tellOfClaim } from './claim-fate.ts';

/**
 * Records the day on which a posted claim reached the customer: from it the claim's deadline runs.
 * @throws DomainError `conflict` when no claim of this case is on its way, `invalid` for a day to come, or
 * before it was posted.
 */
export async function claimDelivered(
  office: Office,
  actor: Actor,
  caseId: number,
  on: BusinessDate,
  proof: string,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    await settleClaim(scope, caseId, on, proof);
    await tellOfClaim(scope, caseId, `delivered ${formatDate(on, { today: scope.today })} (${proof})`);
    await record(scope, [
      { what: 'claim delivered', memberId: held.actor.id, caseId, details: { on, proof } },
    ]);
    await refreshLists(scope, [caseId]);
    await wakeCases(scope, [caseId]);
  });
}

async function settleClaim(scope: Scope, caseId: number, on: BusinessDate, proof: string): Promise<void> {
  const { tx, now } = scope;
  const claim = await requireClaim(scope, caseId);
  checkDeliveredOn(scope, claim, on);
  await changePosting(tx, claim.id, { deliveredOn: on, tracking: claim.tracking ?? (proof || null) });
  await settleLetter(tx, claim.id, { status: 'sent', settledAt: now });
  await settleOccurrence(tx, claim.occurrenceId, { how: 'delivered', onDay: on });
  await finishLetterTasks(tx, caseId, 'claim delivery', now);
}
