import { insertOutcome } from '../../../db/queries/outcome/record.ts';
import type { OutcomeRow } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

export interface Noted extends Pick<OutcomeRow, 'kind' | 'spokeWith' | 'said'> {
  /** What comes next, in words. */
  readonly next: string;
}

/** Writes down what a call produced, says so in the case's thread, and has the case judged afresh. */
export async function noteOutcome(
  scope: Scope,
  held: HeldCase,
  taskId: number | undefined,
  { kind, spokeWith, said, next }: Noted,
): Promise<void> {
  const caseId = held.row.id;
  const memberId = held.actor.id;
  await insertOutcome(scope.tx, {
    caseId,
    taskId: taskId ?? null,
    kind,
    spokeWith,
    said,
    memberId,
    at: scope.now,
    reachedCustomer: kind === 'reached',
  });
  await mentionInThread(scope, caseId, {
    kind: 'outcome',
    caseId,
    memberId,
    outcome: kind,
    spokeWith,
    said,
    next,
  });
  await record(scope, [{ what: `call: ${kind}`, memberId, caseId }]);
  await refreshLists(scope, [caseId]);
  await wakeCases(scope, [caseId]);
}
