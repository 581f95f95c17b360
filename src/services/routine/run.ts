import { claimDueRoutines, planRoutine } from '../../../db/queries/routine/plan.ts';
import { tasksInHand } from '../../../db/queries/task/in-hand.ts';
import { isOpen } from '../../core/calendar/business-days.ts';
import { dateIn, timeIn } from '../../core/calendar/zone.ts';
import { tellMissingRates } from '../interest/tell-missing.ts';
import { tellStaleLedger } from '../import/tell-stale.ts';
import { alertOfLimitation } from '../limitation/alert.ts';
import { isWorking } from '../member/presence.ts';
import { type Member, roster } from '../member/roster.ts';
import { showCard } from '../outbox/card.ts';
import { channelStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { showMorningList } from '../task/morning-list.ts';
import { nextDigest, nextMorning } from './plan.ts';

/**
 * Does the routines that fell due and plans them anew. One that was missed for days is done once, for today.
 * @returns whether anything was done.
 */
export async function runRoutines(scope: Scope): Promise<boolean> {
  const due = await claimDueRoutines(scope.tx, scope.now, ['digest', 'morning list']);
  if (due.length === 0) return false;
  const people = await roster(scope);
  for (const row of due) {
    const person = row.memberId === null ? undefined : people.get(row.memberId);
    const nextAt = row.kind === 'digest' ? await digest(scope) : person && (await morningList(scope, person));
    if (nextAt === undefined) continue;
    await planRoutine(scope.tx, row.key, nextAt);
  }
  return true;
}

async function digest(scope: Scope): Promise<Date> {
  if (!isOfficeHours(scope)) return nextDigest(scope, scope.now);
  const { digestOn, ledgerCovers, teamChannel } = scope.workspace;
  // Before the first import there is nothing to say, and before a channel is chosen nowhere to say it.
  if (digestOn && ledgerCovers !== null && teamChannel !== null)
    await showCard(scope, 'digest', scope.today, { stream: channelStream });
  await tellStaleLedger(scope);
  await tellMissingRates(scope);
  await alertOfLimitation(scope);
  return nextDigest(scope, scope.now);
}

/** A digest that was missed is not made up for at night or on a closed day. */
function isOfficeHours({ calendar, now, today }: Scope): boolean {
  return isOpen(calendar, today) && timeIn(calendar.zone, now) < endOfOffice;
}

const endOfOffice = '17:00';

/** Whoever has no calls today, is away or has gone home is left in peace. */
async function morningList(scope: Scope, person: Member): Promise<Date> {
  const isDayOver = timeIn(person.zone, scope.now) >= person.worksTo;
  if (isWorking(person, scope.now) && !isDayOver && (await hasWorkToday(scope, person)))
    await showMorningList(scope, person);
  return nextMorning(person, scope.now);
}

async function hasWorkToday({ tx, now }: Scope, { id, zone }: Member): Promise<boolean> {
  const today = dateIn(zone, now);
  return (await tasksInHand(tx, [id])).some(({ dueAt }) => dateIn(zone, dueAt) <= today);
}
