import { customerOfCase } from '../../../db/queries/case/find.ts';
import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { letterInDoubt } from '../../../db/queries/letter/find.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import { finishLetterTasks } from '../../../db/queries/task/close.ts';
import { insertTasks } from '../../../db/queries/task/open.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { holderOf } from '../member/holder.ts';
import { roster } from '../member/roster.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { deadlineOf } from '../task/deadline-of.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/** A mail that may have arrived is never sent again blindly: a person asks the customer, within a deadline. */
export async function haveItFoundOut(scope: Scope, row: LetterRow): Promise<void> {
  const customer = await customerOfCase(scope.tx, row.caseId);
  const holder = holderOf(await roster(scope), customer?.ownerId ?? undefined, scope.now);
  await insertTasks(scope.tx, [
    {
      caseId: row.caseId,
      occurrenceId: row.occurrenceId,
      kind: 'letter fate',
      what: `ask whether our ${row.kind} to ${row.toAddress ?? 'them'} arrived: the mail server did not say`,
      holderId: holder.id,
      firstHolderId: holder.id,
      dueAt: scope.now,
      deadlineAt: deadlineOf(holder, 'owner', scope.now),
      openedAt: scope.now,
    },
  ]);
  await refreshLists(scope, [row.caseId]);
}

/**
 * Records what was found out about a mail in doubt: it arrived and counts from that day, or it did not and is owed
 * again.
 * @throws DomainError `conflict` when no letter of the case is in doubt any more.
 */
export async function settleDoubt(
  office: Office,
  actor: Actor,
  caseId: number,
  arrived: boolean,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const row = await letterInDoubt(scope.tx, caseId);
    if (row === undefined)
      throw new DomainError('conflict', 'No letter of this case is in doubt: somebody settled it already.');
    const fate = arrived ? 'arrived after all' : 'did not arrive: it is owed again';
    await settleLetter(scope.tx, row.id, { status: arrived ? 'sent' : 'refused', settledAt: scope.now });
    await settleOccurrence(scope.tx, row.occurrenceId, { how: arrived ? 'delivered' : 'failed' });
    await finishLetterTasks(scope.tx, caseId, 'letter fate', scope.now);
    await tellCase(scope, caseId, {
      kind: 'letter',
      caseId,
      letter: row.kind,
      fate,
      to: row.toAddress,
      amount: '',
    });
    await record(scope, [{ what: `${row.kind} ${fate}`, memberId: held.actor.id, caseId }]);
    await refreshLists(scope, [caseId]);
    await wakeCases(scope, [caseId]);
  });
}
