import { and, eq, sql } from 'drizzle-orm';
import { outcome, task } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { businessDaysBetween, isOpen } from '../../core/calendar/business-days.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import type { Hours } from '../../core/calendar/hours.ts';
import { dateIn, instantAt, timeIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { nextDeadline } from '../../core/task/deadline.ts';
import { type AfterOutcome, retryAfterOutcome, type Unreached } from '../../core/task/retry.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { makePromiseIn } from '../promise/make.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { type Scope, within } from '../scope.ts';

export type Next =
  | { readonly kind: 'promise'; readonly amount: bigint; readonly dueOn: BusinessDate }
  /** We call them again; at most two business days from now does the ladder wait for it. */
  | { readonly kind: 'call back'; readonly on: BusinessDate; readonly at: string }
  /** Something we owe them, such as a signed delivery note. */
  | { readonly kind: 'commitment'; readonly what: string; readonly on: BusinessDate }
  | { readonly kind: 'nothing agreed' };

export interface Conversation {
  readonly spokeWith: string;
  readonly said: string;
  readonly next: Next;
}

/** What was recorded, in words for the answer. */
export interface Recorded {
  readonly next: string;
}

/** A call back may make the ladder wait no longer than this. */
const callBackBusinessDays = 2;

/**
 * Nobody picked up, or not the right person: the same call is due again later, until it was tried three times.
 * @throws DomainError `conflict` when the call was closed in the meantime.
 */
export async function recordUnreached(
  office: Office,
  actor: Actor,
  call: { readonly caseId: number; readonly kind: Unreached },
): Promise<Recorded> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, call.caseId);
    const open = await openCall(scope, call.caseId);
    const [file] = await loadCaseFiles(scope, [call.caseId]);
    const again = retryAfterOutcome(
      call.kind,
      open.attempts + 1,
      file!.facts.calendar,
      scope.now,
      hoursOf(file!, open),
    );
    const next = await retry(scope, file!, open, again);
    await write(scope, held, open.id, { kind: call.kind, spokeWith: null, said: null, next });
    return { next };
  });
}

/** Somebody was reached: the call is done, and what comes next is written down with it. */
export async function recordConversation(
  office: Office,
  actor: Actor,
  call: { readonly caseId: number } & Conversation,
): Promise<Recorded> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, call.caseId);
    const [file] = await loadCaseFiles(scope, [call.caseId]);
    const open = await findOpenCall(scope, call.caseId);
    if (open !== undefined) await finish(scope, open.id);
    const next = await agree(scope, held, file!, call);
    await write(scope, held, open?.id, { kind: 'reached', spokeWith: call.spokeWith, said: call.said, next });
    return { next };
  });
}

type Task = typeof task.$inferSelect;

async function openCall(scope: Scope, caseId: number): Promise<Task> {
  const row = await findOpenCall(scope, caseId);
  if (row !== undefined) return row;
  throw new DomainError(
    'conflict',
    'There is no open call for this case: it was done, or it is no longer needed. /account shows the file.',
  );
}

/** The call back we agreed to is a call like the ladder's: whoever is reached, it is made. */
async function findOpenCall(scope: Scope, caseId: number): Promise<Task | undefined> {
  const rows = await scope.tx
    .select()
    .from(task)
    .where(and(eq(task.caseId, caseId), eq(task.status, 'open')))
    .orderBy(task.dueAt);
  return rows.find((row) => row.kind === 'call') ?? rows.find((row) => row.kind === 'call back');
}

/** The hours in which this step calls; a call back has those of any day. */
function hoursOf(file: CaseFile, open: Task): Hours {
  return file.ladder.steps.find((step) => step.key === open.step)?.window ?? { from: '09:00', to: '17:00' };
}

async function retry(scope: Scope, file: CaseFile, open: Task, again: AfterOutcome): Promise<string> {
  const another = again.kind !== 'retry';
  const times = another
    ? { due: scope.now, deadline: nextDeadline('owner', file.facts.calendar, scope.now) }
    : again;
  await scope.tx
    .update(task)
    .set({
      attempts: another ? 0 : open.attempts + 1,
      dueAt: times.due,
      deadlineAt: times.deadline,
      // Whoever just tried and failed needs no nudge this minute.
      nudgesSpent: another ? 1 : 0,
      fence: open.fence + 1,
    })
    .where(eq(task.id, open.id));
  if (another) return 'find another contact or number, then call';
  return `call again ${formatDate(dateIn(file.facts.calendar.zone, times.due), { today: scope.today })} at ${timeIn(file.facts.calendar.zone, times.due)}`;
}

async function finish(scope: Scope, taskId: number): Promise<void> {
  await scope.tx
    .update(task)
    .set({ status: 'done', closedAt: scope.now, fence: sql`${task.fence} + 1` })
    .where(eq(task.id, taskId));
}

/** Turns what was agreed into what is watched: a promise, or a task of ours with a deadline. */
async function agree(scope: Scope, held: HeldCase, file: CaseFile, call: Conversation): Promise<string> {
  const { next } = call;
  const { calendar } = file.facts;
  const caseId = held.row.id;
  switch (next.kind) {
    case 'promise': {
      const made = await makePromiseIn(scope, held, {
        caseId,
        amount: next.amount,
        dueOn: next.dueOn,
        saidBy: call.spokeWith,
      });
      return `promised for ${formatDate(next.dueOn, { today: scope.today })}${made.rests ? '' : '; two promises broke before, so nothing rests'}`;
    }
    case 'call back': {
      refuseLateCallBack(scope, file, next.on);
      const due = instantAt(calendar.zone, next.on, next.at);
      await commit(scope, held, {
        kind: 'call back',
        what: `call back ${call.spokeWith}`,
        due,
        deadline: new Date(due.getTime() + 3_600_000),
      });
      return `we call back ${formatDate(next.on, { today: scope.today })} at ${next.at}`;
    }
    case 'commitment': {
      refusePast(scope, file, next.on);
      const due = instantAt(calendar.zone, next.on, '09:00');
      await commit(scope, held, {
        kind: 'commitment',
        what: next.what,
        due,
        deadline: instantAt(calendar.zone, next.on, '17:00'),
      });
      return `we owe them by ${formatDate(next.on, { today: scope.today })}: ${next.what}`;
    }
    case 'nothing agreed':
      return 'nothing was agreed: the ladder goes on';
  }
}

function refusePast(scope: Scope, { facts }: CaseFile, on: BusinessDate): void {
  const today = dateIn(facts.calendar.zone, scope.now);
  if (on < today) throw new DomainError('invalid', `${formatDate(on)} is past: choose today or later.`);
  if (!isOpen(facts.calendar, on))
    throw new DomainError('invalid', `${formatDate(on)} is not a business day of the customer: choose one.`);
}

function refuseLateCallBack(scope: Scope, file: CaseFile, on: BusinessDate): void {
  refusePast(scope, file, on);
  const today = dateIn(file.facts.calendar.zone, scope.now);
  if (businessDaysBetween(file.facts.calendar, today, on) > callBackBusinessDays)
    throw new DomainError(
      'invalid',
      `A call back on ${formatDate(on)} is too far ahead: within ${callBackBusinessDays} business days, or record what they promise instead.`,
    );
}

async function commit(
  scope: Scope,
  held: HeldCase,
  duty: {
    readonly kind: 'call back' | 'commitment';
    readonly what: string;
    readonly due: Date;
    readonly deadline: Date;
  },
): Promise<void> {
  await scope.tx.insert(task).values({
    workspaceId: scope.workspace.id,
    caseId: held.row.id,
    kind: duty.kind,
    what: duty.what,
    holderId: held.actor.id,
    firstHolderId: held.actor.id,
    dueAt: duty.due,
    deadlineAt: duty.deadline,
    openedAt: scope.now,
  });
}

async function write(
  scope: Scope,
  held: HeldCase,
  taskId: number | undefined,
  said: {
    readonly kind: Unreached | 'reached';
    readonly spokeWith: string | null;
    readonly said: string | null;
    readonly next: string;
  },
): Promise<void> {
  const caseId = held.row.id;
  await scope.tx.insert(outcome).values({
    workspaceId: scope.workspace.id,
    caseId,
    taskId: taskId ?? null,
    kind: said.kind,
    spokeWith: said.spokeWith,
    said: said.said,
    memberId: held.actor.id,
    at: scope.now,
    reachedCustomer: said.kind === 'reached',
  });
  await mentionInThread(scope, caseId, {
    kind: 'outcome',
    caseId,
    memberId: held.actor.id,
    outcome: said.kind,
    spokeWith: said.spokeWith,
    said: said.said,
    next: said.next,
  });
  await record(scope, [{ what: `call: ${said.kind}`, memberId: held.actor.id, caseId }]);
  await refreshLists(scope, caseId);
  await wakeCases(scope, [caseId]);
}
