import { instalmentsOf, type LivePlan, planCash } from '../../../db/queries/plan/find.ts';
import { changeInstalment, movePlan } from '../../../db/queries/plan/write.ts';
import { customersOfCases } from '../../../db/queries/customer/names.ts';
import type { InstalmentRow } from '../../../db/schema/index.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import type { Calendar } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { judgePlan, lastDayAfterNotice, type PlanVerdict } from '../../core/plan/judge.ts';
import { record } from '../audit/record.ts';
import { holderOf } from '../member/holder.ts';
import { type Member, roster } from '../member/roster.ts';
import type { PlanNews } from '../notice.ts';
import { directStream, type Envelope, enqueue } from '../outbox/enqueue.ts';
import { type Named, newsOf, tellPlan } from '../plan/tell.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { reminderOf } from './plan-moments.ts';

/** An agreed plan with all that a verdict about it needs. */
interface Agreed extends LivePlan {
  readonly named: Named;
  readonly instalments: readonly InstalmentRow[];
  readonly calendar: Calendar;
  readonly today: BusinessDate;
  readonly paid: bigint;
  readonly owner: Member;
}

/**
 * Judges the agreed ones of these plans by what the ledger knows. News stand in the thread in which the plan was agreed; the
 * owner is reminded of an instalment before its day, and told when one is missed.
 */
export async function judgePlans(scope: Scope, live: readonly LivePlan[]): Promise<void> {
  const forOwners: PlanNews[] = [];
  for (const one of await agreedPlans(scope, live)) {
    forOwners.push(...(await remind(scope, one)));
    forOwners.push(...(await judge(scope, one)));
  }
  await tellOwners(scope, forOwners);
}

async function agreedPlans(scope: Scope, all: readonly LivePlan[]): Promise<readonly Agreed[]> {
  const agreed = all.filter(({ plan }) => plan.status === 'agreed');
  if (agreed.length === 0) return [];
  const planIds = agreed.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, planIds), ({ planId }) => planId);
  const cash = await planCash(scope.tx, planIds);
  const names = await customersOfCases(
    scope.tx,
    agreed.map(({ plan }) => plan.caseId),
  );
  const people = await roster(scope);
  return agreed.map((live) => {
    const { id, caseId } = live.plan;
    const calendar = calendarOf(live.place, scope.workspace);
    return {
      ...live,
      named: { planId: id, caseId, customer: names.get(caseId) ?? '', currency: live.currency },
      instalments: instalments.get(id) ?? [],
      calendar,
      today: dateIn(calendar.zone, scope.now),
      paid: cash.get(id) ?? 0n,
      owner: holderOf(people, live.ownerId ?? undefined, scope.now),
    };
  });
}

/** Returns what the owner is to be told. */
async function remind(scope: Scope, one: Agreed): Promise<readonly PlanNews[]> {
  const ahead = one.instalments.filter(
    (row) => !row.reminded && row.status === 'open' && reminderOf(one.calendar, row) <= scope.now,
  );
  for (const row of ahead) await changeInstalment(scope.tx, row, { reminded: true });
  return ahead
    .filter((row) => row.dueOn >= one.today)
    .map((row) => aboutInstalment(one, row, 'instalment ahead'));
}

/** Returns what the owner is to be told. */
async function judge(scope: Scope, one: Agreed): Promise<readonly PlanNews[]> {
  const { ledgerCovers } = scope.workspace;
  const verdict = judgePlan(
    {
      instalments: one.instalments.map(({ amount, dueOn, noticedOn }) => ({
        amount,
        dueOn: businessDate(dueOn),
        ...(noticedOn === null ? {} : { noticedOn: businessDate(noticedOn) }),
      })),
      paid: one.paid,
      calendar: one.calendar,
      ...(ledgerCovers === null ? {} : { ledgerCovers: businessDate(ledgerCovers) }),
    },
    one.today,
  );
  await noteStatuses(scope, one, verdict);
  const missed = verdict.toNotice === undefined ? undefined : one.instalments[verdict.toNotice];
  const told = missed === undefined ? [] : [await giveNotice(scope, one, missed)];
  if (verdict.plan !== 'running') await endPlan(scope, one, verdict.plan);
  return told;
}

/** A kept last instalment is said by the plan's own end. */
async function noteStatuses(scope: Scope, one: Agreed, { statuses, plan }: PlanVerdict): Promise<void> {
  for (const [n, row] of one.instalments.entries()) {
    const status = statuses[n] ?? row.status;
    if (status === row.status) continue;
    await changeInstalment(scope.tx, row, { status });
    const isNews = status === 'unconfirmed' || (status === 'kept' && plan !== 'kept');
    if (isNews) await tellPlan(scope, aboutInstalment(one, row, `instalment ${status}`));
  }
}

/** The one notice: in the thread, and to whoever has the customer today. */
async function giveNotice(scope: Scope, one: Agreed, row: InstalmentRow): Promise<PlanNews> {
  await changeInstalment(scope.tx, row, { noticedOn: one.today });
  const until = lastDayAfterNotice(one.calendar, one.today);
  const news = aboutInstalment(one, row, 'instalment missed', until);
  await tellPlan(scope, news);
  await record(scope, [
    {
      what: 'instalment missed',
      caseId: one.plan.caseId,
      details: { plan: one.plan.id, number: row.number },
    },
  ]);
  return news;
}

async function endPlan(scope: Scope, one: Agreed, status: 'kept' | 'broken'): Promise<void> {
  await movePlan(scope.tx, one.plan.id, 'agreed', { status, endedOn: one.today });
  const left = status === 'kept' ? one.plan.total : one.plan.total - one.paid;
  await tellPlan(scope, newsOf(one.named, status, left, { memberId: one.owner.id }));
  await record(scope, [{ what: `plan ${status}`, caseId: one.plan.caseId, details: { plan: one.plan.id } }]);
}

function aboutInstalment(
  { named, instalments, owner }: Agreed,
  { amount, number, dueOn }: InstalmentRow,
  event: PlanNews['event'],
  until?: BusinessDate,
): PlanNews {
  return newsOf(named, event, amount, {
    memberId: owner.id,
    number: `${number} of ${instalments.length}`,
    dueOn,
    ...(until === undefined ? {} : { until }),
  });
}

/** One message a person, however many of their customers keep plans. */
async function tellOwners(scope: Scope, all: readonly PlanNews[]): Promise<void> {
  await enqueue(
    scope,
    [...groupBy(all, ({ memberId }) => memberId)].flatMap(([owner, news]): readonly Envelope[] =>
      owner === null
        ? []
        : [{ stream: directStream(owner), class: 'durable', notice: { kind: 'plan news', news } }],
    ),
  );
}
