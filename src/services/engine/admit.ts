import { sql } from 'drizzle-orm';
import { addDays } from '../../core/calendar/business-date.ts';
import { nextOpen } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { pressedOf } from '../../core/dunning/pressure.ts';
import { admitCalls } from '../../core/task/cap.ts';
import { holderOf } from '../member/holder.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import type { Judged } from './press.ts';

export interface Admitted {
  readonly now: readonly Judged[];
  /** Cases that wait for another day, with the moment to look at them again. */
  readonly postponed: ReadonlyMap<number, Date>;
}

/**
 * Lets through what is running, and of the cases that were never contacted only as many per owner and day as the
 * workspace allows, the biggest first. Without this a first import would hand everybody hundreds of calls at once.
 */
export async function admit(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  judged: readonly Judged[],
): Promise<Admitted> {
  const fresh = judged.filter(({ file, decision }) => !file.started && !isRaised(decision));
  if (fresh.length === 0) return { now: judged, postponed: new Map() };
  const candidates = fresh.map(({ file }) => ({
    caseId: file.facts.caseId,
    ownerId: holderOf(people, file.ownerId, scope.now).id,
    amount: pressedOf(file.facts, scope.now),
    oldestDueOn: file.facts.invoices.map((invoice) => invoice.effectiveDueOn).sort()[0] ?? scope.today,
  }));
  const { postponed } = admitCalls(
    candidates,
    await startedToday(scope, people),
    scope.workspace.dailyCallCap,
  );
  const late = new Set(postponed.map((candidate) => candidate.caseId));
  return {
    now: judged.filter(({ file }) => !late.has(file.facts.caseId)),
    postponed: new Map(
      fresh
        .filter(({ file }) => late.has(file.facts.caseId))
        .map(({ file }) => [file.facts.caseId, nextMorningOf(file.facts.calendar, scope.now)]),
    ),
  };
}

const isRaised = (decision: Judged['decision']): boolean =>
  decision.kind === 'call' && decision.reason === 'raised';

function nextMorningOf(calendar: Judged['file']['facts']['calendar'], now: Date): Date {
  const tomorrow = nextOpen(calendar, addDays(dateIn(calendar.zone, now), 1));
  return instantAt(calendar.zone, tomorrow, '00:00');
}

/** How many cases each owner was handed for the first time today. */
async function startedToday(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
): Promise<ReadonlyMap<number, number>> {
  const rows = await scope.tx.execute<{ owner_id: bigint | null; cases: bigint }>(sql`
    select cu.owner_id, count(*) as cases
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    where c.workspace_id = current_workspace()
      and (select min(o.at) from occurrence o where o.workspace_id = c.workspace_id and o.case_id = c.id)
        >= ${instantAt(scope.workspace.zone, scope.today, '00:00').toISOString()}::timestamptz
    group by cu.owner_id`);
  const started = new Map<number, number>();
  for (const row of rows) {
    const holder = holderOf(people, row.owner_id === null ? undefined : Number(row.owner_id), scope.now).id;
    started.set(holder, (started.get(holder) ?? 0) + Number(row.cases));
  }
  return started;
}
