import { remindersOfWholeDays } from '../../../db/queries/outbox/reminders.ts';
import { membersWithDueList } from '../../../db/queries/routine/plan.ts';
import { tasksInHand } from '../../../db/queries/task/in-hand.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { nudgeMoments, nudgesLost } from '../../core/task/enforce.ts';
import type { Outage } from '../../core/task/outage.ts';
import { isAtWork } from '../../core/task/presence.ts';
import { type NudgeUp, remindersNow } from '../../core/task/reminders.ts';
import { record } from '../audit/record.ts';
import { presenceOf } from '../member/presence.ts';
import { type Member, memberOf } from '../member/roster.ts';
import type { Merged } from '../notice.ts';
import { directStream } from '../outbox/enqueue.ts';
import { mergedFrom } from '../outbox/merged.ts';
import type { Scope } from '../scope.ts';
import { broughtUp, remindedSoon } from './near-nudges.ts';
import { remindersMerged } from './outage.ts';
import { type HandsFull, isListed, reminderDay, wasDueByList } from './reminder-day.ts';
import { gathersUntil, type NudgeEnvelope, sayNudges } from './say-nudges.ts';

/** A task whose holder is to be told of it. */
export interface Due {
  readonly row: TaskRow;
  /** How many nudges about it are spent with this one. */
  readonly spent: number;
}

/**
 * Reminds people of what is due: one message per person and moment, however many tasks it is about, and only while
 * they are at work. A nudge that comes up at another time is spent: their next morning list speaks of it. So it is
 * for whoever gets that list at this very moment.
 */
export async function nudge(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  due: readonly Due[],
  outage: Outage | undefined,
): Promise<void> {
  const getList = due.length === 0 ? new Set() : await membersWithDueList(scope.tx, scope.now);
  const told = [...groupBy(due, ({ row }) => row.holderId)]
    .map(([id, of]) => ({ holder: memberOf(people, id), of }))
    .filter(({ holder }) => holder.active && !getList.has(holder.id))
    .filter(({ holder }) => isAtWork(presenceOf(holder), scope.now));
  if (told.length === 0) return;
  const ids = told.map(({ holder }) => holder.id);
  const inHand = groupBy(await tasksInHand(scope.tx, ids), ({ holderId }) => holderId);
  const streams = ids.map(directStream);
  const reminded = await remindersOfWholeDays(scope.tx, streams, dayBefore(scope));
  const isBroughtUp = await broughtUp(scope, streams);
  const envelopes = told.flatMap(({ holder, of }) =>
    reminder(
      scope,
      { holder, tasks: inHand.get(holder.id) ?? [], reminded: reminded.get(directStream(holder.id)) ?? [] },
      of.filter(({ row }) => !isBroughtUp(row)),
      outage,
    ),
  );
  await sayNudges(scope, envelopes);
  await recordMerged(scope, envelopes);
}

function reminder(
  scope: Scope,
  hands: HandsFull,
  due: readonly Due[],
  outage: Outage | undefined,
): readonly NudgeEnvelope[] {
  const up = due.map((one) => nudgeUp(hands.holder, one, scope.now));
  const { taskIds, wholeDay } = remindersNow(up, reminderDay(hands, scope.now), scope.now);
  if (taskIds.length === 0) return [];
  const soon = remindedSoon(hands.tasks, scope.now);
  const named = hands.tasks.filter(({ id }) => taskIds.includes(id) || soon.includes(id));
  const holdUntil = gathersUntil(
    named.map(({ openedAt }) => openedAt),
    scope.now,
  );
  return [
    {
      stream: directStream(hands.holder.id),
      class: 'durable',
      notice: {
        kind: 'nudge',
        memberId: hands.holder.id,
        tasks: named.map(({ id, fence }) => ({ id, fence })),
        ...(wholeDay ? { wholeDay } : {}),
        ...(outage === undefined ? {} : mergedInto(due, outage)),
      },
      ...(holdUntil && { holdUntil }),
    },
  ];
}

/** A task whose deadline was moved is told of afresh, whatever the list said. */
function nudgeUp(holder: Member, { row, spent }: Due, now: Date): NudgeUp {
  if (row.deadlineAt <= now)
    return { taskId: row.id, listed: false, dueByList: false, spent: 1, isLast: false };
  return {
    taskId: row.id,
    listed: isListed(holder, row, now),
    dueByList: wasDueByList(holder, row, now),
    spent,
    isLast: spent === nudgeMoments(row).length,
  };
}

/** The messages that somebody would have had. */
function mergedInto(due: readonly Due[], outage: Outage): { readonly merged?: Merged } {
  const merged = mergedFrom(
    due.flatMap(({ row }) => nudgesLost(row, outage)),
    outage,
  );
  return merged === undefined ? {} : { merged };
}

/** Nobody's today began earlier, wherever they are. */
function dayBefore({ now }: Scope): Date {
  return new Date(now.getTime() - 24 * 3_600_000);
}

async function recordMerged(scope: Scope, envelopes: readonly NudgeEnvelope[]): Promise<void> {
  await record(
    scope,
    envelopes.flatMap(({ notice }) =>
      notice.merged !== undefined
        ? [{ what: remindersMerged, details: { member: notice.memberId, reminders: notice.merged.messages } }]
        : [],
    ),
  );
}
