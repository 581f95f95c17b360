import { closeCalls, finishTask } from '../../../db/queries/task/close.ts';
import { openCall } from '../../../db/queries/task/find.ts';
import { DomainError } from '../../core/error.ts';
import type { Unreached } from '../../core/task/retry.ts';
import { loadCaseFile } from '../case/file.ts';
import { holdCase } from '../case/of-actor.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { agree, type Conversation } from './agree.ts';
import { noteOutcome } from './note.ts';
import { callAgain } from './call-again.ts';

export type { Conversation, Next } from './agree.ts';

/** What was recorded, in words for the answer. */
export interface Recorded {
  readonly next: string;
}

/**
 * Nobody picked up, or not the right person: the same call is due again later, until it was tried three times.
 * @throws DomainError `conflict` when the call was closed in the meantime.
 */
export async function recordUnreached(
  office: Office,
  actor: Actor,
  { caseId, kind }: { readonly caseId: number; readonly kind: Unreached },
): Promise<Recorded> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const call = await openCall(scope.tx, caseId);
    if (call === undefined)
      throw new DomainError(
        'conflict',
        'There is no open call for this case: it was done, or it is no longer needed. /account shows the file.',
      );
    const next = await callAgain(scope, held, await loadCaseFile(scope, caseId), call, kind);
    await noteOutcome(scope, held, call.id, { kind, spokeWith: null, said: null, next });
    return { next };
  });
}

/** Somebody was reached: the call is done, and what comes next is written down with it. */
export async function recordConversation(
  office: Office,
  actor: Actor,
  conversation: { readonly caseId: number } & Conversation,
): Promise<Recorded> {
  return within(office, actor.workspaceId, async (scope) => {
    const { caseId, spokeWith, said } = conversation;
    const held = await holdCase(scope, actor, caseId);
    const file = await loadCaseFile(scope, caseId);
    const call = await openCall(scope.tx, caseId);
    if (call !== undefined) await finishTask(scope.tx, call.id, scope.now);
    // We spoke: a call back that was agreed before is made with it.
    await closeCalls(scope.tx, [caseId], 'superseded', scope.now, ['call back']);
    const next = await agree(scope, held, file, conversation);
    await noteOutcome(scope, held, call?.id, { kind: 'reached', spokeWith, said, next });
    return { next };
  });
}
