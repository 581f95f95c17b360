import { outcomesOfCases } from '../../../db/queries/outcome/find.ts';
import { closeCalls, finishTask } from '../../../db/queries/task/close.ts';
import { openCall } from '../../../db/queries/task/find.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn, timeIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import type { Unreached } from '../../core/task/retry.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { agree, type Conversation } from './agree.ts';
import { noteOutcome } from './note.ts';
import { callAgain } from './call-again.ts';

export type { Conversation, Next } from './agree.ts';

/** What was recorded, in words for the answer. */
export interface Recorded {
  readonly next: string;
}

export interface UnreachedCall {
  readonly caseId: number;
  readonly kind: Unreached;
  readonly shown?: { readonly taskId: number; readonly attempts: number };
}

/**
 * Nobody picked up, or not the right person: the same call is due again later, until it was tried three times.
 * @param shown the call as the button that was pressed showed it: pressed twice, it counts once
 * @throws DomainError `conflict` when the call was closed or logged in the meantime.
 */
export async function recordUnreached(
  office: Office,
  actor: Actor,
  { caseId, kind, shown }: UnreachedCall,
): Promise<Recorded> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const call = await openCall(scope.tx, caseId);
    if (call === undefined)
      throw new DomainError(
        'conflict',
        'There is no open call for this case: it was done, or it is no longer needed. /account shows the file.',
      );
    const file = await loadCaseFile(scope, caseId);
    if (shown !== undefined && (shown.taskId !== call.id || shown.attempts !== call.attempts))
      throw await loggedAlready(scope, held, file);
    const next = await callAgain(scope, held, file, call, kind);
    await noteOutcome(scope, held, call.id, { kind, spokeWith: null, said: null, next });
    return { next };
  });
}

async function loggedAlready(
  scope: Scope,
  { people }: HeldCase,
  { facts, customerName }: CaseFile,
): Promise<DomainError> {
  const [last] = await outcomesOfCases(scope.tx, [facts.caseId]);
  const by = last === undefined ? undefined : people.get(last.memberId)?.name;
  const before =
    last === undefined || by === undefined
      ? 'This button is about an earlier call.'
      : `${by} logged this call already: ${last.kind}, ${onDayAt(scope, facts.calendar.zone, last.at)}.`;
  return new DomainError(
    'conflict',
    `${before} Your press changed nothing; another try is logged on the list, or with /outcome ${customerName}.`,
  );
}

function onDayAt({ today }: Scope, zone: string, at: Date): string {
  return `${formatDate(dateIn(zone, at), { today })} ${timeIn(zone, at)}`;
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
    await closeCalls(scope.tx, [caseId], 'done', scope.now, ['call back']);
    const next = await agree(scope, held, file, conversation);
    await noteOutcome(scope, held, call?.id, { kind: 'reached', spokeWith, said, next });
    return { next };
  });
}
