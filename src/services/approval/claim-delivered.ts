import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { claimOnItsWay } from '../../../db/queries/letter/find.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import { finishLetterTasks } from '../../../db/queries/task/close.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { FrozenLetter } from '../letter/frozen.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/**
 * Records the day on which a posted claim reached the customer: from it the claim's deadline runs.
 * @throws DomainError `conflict` when no claim of this case is on its way, `invalid` for a day to come.
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
    refuseFuture(scope, on);
    await settleClaim(scope, caseId, on);
    await tellCase(scope, caseId, {
      kind: 'letter',
      caseId,
      letter: 'formal claim',
      fate: `delivered ${formatDate(on, { today: scope.today })} (${proof})`,
      to: null,
      amount: '',
    });
    await record(scope, [
      { what: 'claim delivered', memberId: held.actor.id, caseId, details: { on, proof } },
    ]);
    await refreshLists(scope, caseId);
    await wakeCases(scope, [caseId]);
  });
}

function refuseFuture(scope: Scope, on: BusinessDate): void {
  if (on > scope.today)
    throw new DomainError('invalid', `${formatDate(on)} is still to come: record the day the claim arrived.`);
}

async function settleClaim({ tx, now }: Scope, caseId: number, on: BusinessDate): Promise<void> {
  const claim = await claimOnItsWay(tx, caseId);
  if (claim === undefined) throw new DomainError('conflict', 'No claim of this case is on its way.');
  const { on: written } = claim.facts as unknown as FrozenLetter;
  if (on < written)
    throw new DomainError(
      'invalid',
      `The claim bears the date ${written}: it cannot have arrived on ${on}, before that.`,
    );
  await settleLetter(tx, claim.id, { status: 'sent', settledAt: now });
  await settleOccurrence(tx, claim.occurrenceId, { how: 'delivered', onDay: on });
  await finishLetterTasks(tx, caseId, 'claim delivery', now);
}
