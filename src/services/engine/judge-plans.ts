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
import { directStream, enqueue } from '../outbox/enqueue.ts';
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
  for (const one of await agreedPlans(scope, live)) {
    await remind(scope, one);
    await judge(scope, one);
  }
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

async function remind(scope: Scope, one: Agreed): Promise<void> {
  const ahead = one.instalments.filter(
    (row) => !row.reminded && row.status === 'open' && reminderOf(one.calendar, row) <= scope.now,
  );
  for (const row of ahead) {
    await changeInstalment(scope.tx, row, { reminded: true });
    if (row.dueOn >= one.today) await tellOwner(scope, one, aboutInstalment(one, row, 'instalment ahead'));
  }
}

async function judge(scope: Scope, one: Agreed): Promise<void> {
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
  if (verdict.toNotice !== undefined) await giveNotice(scope, one, one.instalments[verdict.toNotice]);
  if (verdict.plan !== 'running') await endPlan(scope, one, verdict.plan);
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
async function giveNotice(scope: Scope, one: Agreed, row: InstalmentRow | undefined): Promise<void> {
  if (row === undefined) return;
  await changeInstalment(scope.tx, row, { noticedOn: one.today });
  const until = lastDayAfterNotice(one.calendar, one.today);
  const news = aboutInstalment(one, row, 'instalment missed', until);
  await tellPlan(scope, news);
  await tellOwner(scope, one, news);
  await record(scope, [
    {
      what: 'instalment missed',
      caseId: one.plan.caseId,
      details: { plan: one.plan.id, number: row.number },
    },
  ]);
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

async function tellOwner(scope: Scope, { owner }: Agreed, news: PlanNews): Promise<void> {
  await enqueue(scope, [
    { stream: directStream(owner.id), class: 'durable', notice: { kind: 'plan', ...news } },
  ]);
}
