import { and, eq, sql } from 'drizzle-orm';
import { letter, occurrence, task } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { within } from '../scope.ts';

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
    if (on > scope.today)
      throw new DomainError(
        'invalid',
        `${formatDate(on)} is still to come: record the day the claim arrived.`,
      );
    const [posted] = await scope.tx
      .select()
      .from(letter)
      .where(and(eq(letter.caseId, caseId), eq(letter.kind, 'formal claim'), eq(letter.status, 'queued')));
    if (posted === undefined) throw new DomainError('conflict', 'No claim of this case is on its way.');
    await scope.tx
      .update(letter)
      .set({ status: 'sent', settledAt: scope.now })
      .where(eq(letter.id, posted.id));
    await scope.tx
      .update(occurrence)
      .set({ how: 'delivered', onDay: on })
      .where(eq(occurrence.id, posted.occurrenceId));
    await scope.tx
      .update(task)
      .set({ status: 'done', closedAt: scope.now, fence: sql`${task.fence} + 1` })
      .where(and(eq(task.caseId, caseId), eq(task.kind, 'claim delivery'), eq(task.status, 'open')));
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
