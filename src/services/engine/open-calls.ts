import { and, eq, inArray, sql } from 'drizzle-orm';
import { cases, promise, task } from '../../../db/schema/index.ts';
import type { Decision, RestReason } from '../../core/dunning/decision.ts';
import { holderOf } from '../member/holder.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { occur } from './occur.ts';
import type { Judged } from './press.ts';
import { showInChannel } from './show-in-channel.ts';

type Call = Judged<Extract<Decision, { kind: 'call' }>>;

/**
 * Opens the calls that were decided. A stronger call takes the place of an open weaker one and stays in the same
 * hands with the earlier of both deadlines: a case that rose to the lead is not handed back by the calendar.
 */
export async function openCalls(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  calls: readonly Call[],
): Promise<void> {
  if (calls.length === 0) return;
  await closeCalls(scope, calls.map(caseIdOf), 'superseded');
  const occurrences = await occur(
    scope,
    calls.map(({ file, decision }) => ({ file, ...decision, how: 'done' as const })),
  );
  await scope.tx.insert(task).values(calls.map((call, n) => asTask(scope, people, call, occurrences[n]!)));
  await settleCauses(scope, calls.map(caseIdOf));
  await showInChannel(scope, calls);
}

/** An open call that takes more invoices in: they received their steps, and the customer is called once. */
export async function joinCalls(
  scope: Scope,
  joins: readonly Judged<Extract<Decision, { kind: 'join' }>>[],
): Promise<void> {
  if (joins.length === 0) return;
  await occur(
    scope,
    joins.map(({ file, decision }) => ({
      file,
      ...decision,
      how: 'done' as const,
      reason: 'joined' as const,
    })),
  );
  await settleCauses(scope, joins.map(caseIdOf));
}

/** A case that came to rest for a reason that makes the call pointless: the call is taken off the list at once. */
export async function cancelCalls(
  scope: Scope,
  resting: readonly Judged<Extract<Decision, { kind: 'rest' }>>[],
): Promise<void> {
  const pointless = resting.filter(
    ({ file, decision }) => file.openCall !== undefined && ends(decision.because),
  );
  await closeCalls(scope, pointless.map(caseIdOf), 'cancelled');
}

const caseIdOf = ({ file }: Judged): number => file.facts.caseId;

function ends(because: RestReason): boolean {
  switch (because) {
    case 'nothing open':
    case 'excluded':
    case 'below the floor':
    case 'promised':
    case 'disputed':
    case 'covered':
    case 'paused':
    case 'stopped':
      return true;
    case 'not due yet':
    case 'minimum gap':
    case 'ledger is stale':
    case 'shadow mode':
    case 'call is open':
    case 'call back is agreed':
    case 'between steps':
    case 'letter is under way':
    case 'waiting for approval':
    case 'approval refused':
    case 'waiting for the step before':
    case 'outside hours':
    case 'ladder ended':
      return false;
  }
}

async function closeCalls(
  scope: Scope,
  caseIds: readonly number[],
  status: 'superseded' | 'cancelled',
): Promise<void> {
  if (caseIds.length === 0) return;
  await scope.tx
    .update(task)
    .set({ status, closedAt: scope.now, fence: sql`${task.fence} + 1` })
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.kind, 'call'), eq(task.status, 'open')));
}

function asTask(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  { file, decision }: Call,
  occurrenceId: number,
): typeof task.$inferInsert {
  const owner = holderOf(people, file.ownerId, decision.due);
  const before = decision.supersedes ? file.openCall : undefined;
  const risen = before !== undefined && before.level !== 'owner';
  const deadline = risen ? earlier(decision.deadline, new Date(before.deadline_ms)) : decision.deadline;
  return {
    workspaceId: scope.workspace.id,
    caseId: file.facts.caseId,
    occurrenceId,
    kind: 'call',
    step: decision.step,
    what: decision.reason,
    level: risen ? before.level : 'owner',
    holderId: risen ? Number(before.holder_id) : owner.id,
    firstHolderId: owner.id,
    dueAt: earlier(decision.due, deadline),
    deadlineAt: deadline,
    openedAt: scope.now,
  };
}

const earlier = (a: Date, b: Date): Date => (a.getTime() < b.getTime() ? a : b);

/** A broken promise is called about once, and a step raised by hand is raised once. */
async function settleCauses(scope: Scope, caseIds: readonly number[]): Promise<void> {
  await scope.tx
    .update(promise)
    .set({ calledAbout: true })
    .where(and(inArray(promise.caseId, [...caseIds]), inArray(promise.status, ['broken', 'partial'])));
  await scope.tx
    .update(cases)
    .set({ raisedTo: null })
    .where(inArray(cases.id, [...caseIds]));
}
