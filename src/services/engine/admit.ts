import { waitTurn } from '../../../db/queries/wait-turn.ts';
import { casesStartedSince } from '../../../db/queries/case/started.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { nextOpen } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { pressedOf } from '../../core/dunning/pressure.ts';
import { admitCalls } from '../../core/task/cap.ts';
import { type CaseFile, oldestDueOf } from '../case/file.ts';
import { holderOf } from '../member/holder.ts';
import type { Member } from '../member/roster.ts';
import { startOfToday, type Scope } from '../scope.ts';
import type { Judged } from './judged.ts';

export interface Admitted {
  readonly now: readonly Judged[];
  /** Cases that wait for another day, with the moment to look at them again. */
  readonly postponed: ReadonlyMap<number, Date>;
}

/**
 * Lets through what is running, and of the cases that were never contacted only as many per owner and day as the
 * workspace allows, the biggest of each currency first. Without this a first import would hand everybody hundreds of calls at once.
 */
export async function admit(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  judged: readonly Judged[],
): Promise<Admitted> {
  const fresh = judged.filter((one) => !isRunning(one) && !isRaised(one)).map(({ file }) => file);
  if (fresh.length === 0) return { now: judged, postponed: new Map() };
  // What was handed out today is counted by one transaction at a time, or two would each fill the whole day.
  await waitTurn(scope.tx);
  const { postponed } = admitCalls(
    fresh.map((file) => candidate(scope, people, file)),
    await startedToday(scope, people),
    scope.workspace.dailyCallCap,
  );
  const late = new Set(postponed.map(({ caseId }) => caseId));
  return {
    now: judged.filter(({ file }) => !late.has(file.facts.caseId)),
    postponed: new Map(
      fresh
        .filter(({ facts }) => late.has(facts.caseId))
        .map(({ facts }) => [facts.caseId, startOfNextOpenDay(scope, facts)]),
    ),
  };
}

/** What stands announced was let through when that was said. */
const isRunning = ({ file }: Judged): boolean => file.started || file.facts.announced !== undefined;

const isRaised = ({ decision }: Judged): boolean => decision.kind === 'call' && decision.reason === 'raised';

function candidate(scope: Scope, people: ReadonlyMap<number, Member>, { facts, ownerId }: CaseFile) {
  return {
    caseId: facts.caseId,
    ownerId: holderOf(people, ownerId, scope.now).id,
    currency: facts.currency,
    amount: pressedOf(facts, scope.now),
    oldestDueOn: oldestDueOf(facts) ?? scope.today,
  };
}

/** To when a first contact is put off that a day has no room for: in the customer's calendar. */
export function startOfNextOpenDay({ now }: Scope, { calendar }: CaseFile['facts']): Date {
  const tomorrow = nextOpen(calendar, addDays(dateIn(calendar.zone, now), 1));
  return instantAt(calendar.zone, tomorrow, '00:00');
}

/** How many cases each holder was handed for the first time today. */
async function startedToday(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
): Promise<ReadonlyMap<number, number>> {
  const started = new Map<number, number>();
  for (const { ownerId, cases } of await casesStartedSince(scope.tx, startOfToday(scope))) {
    const holder = holderOf(people, ownerId, scope.now).id;
    started.set(holder, (started.get(holder) ?? 0) + cases);
  }
  return started;
}
