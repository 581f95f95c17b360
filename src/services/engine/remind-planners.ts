import { instalmentsOf, type LivePlan } from '../../../db/queries/plan/find.ts';
import type { PlanRow } from '../../../db/schema/index.ts';
import { movePlan } from '../../../db/queries/plan/write.ts';
import { groupBy } from '../../core/group-by.ts';
import { nextReminder, remindersLost } from '../approval/reminder-times.ts';
import { record } from '../audit/record.ts';
import { roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import { mergedFrom } from '../outbox/merged.ts';
import { planBench } from '../plan/approvers.ts';
import type { Scope } from '../scope.ts';
import { outageToCatchUp, remindersMerged } from './outage.ts';

/**
 * Brings up plans that wait for a decision every business day, in one message a person; from the second time on the
 * next ones up are asked too.
 */
export async function remindPlanApprovers(scope: Scope, live: readonly LivePlan[]): Promise<void> {
  const waiting = live.filter((one) => isDue(scope, one));
  if (waiting.length === 0) return;
  const people = await roster(scope);
  const planIds = waiting.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, planIds), ({ planId }) => planId);
  const asked: Asked[] = [];
  for (const { plan, currency } of waiting) {
    let spent = plan.remindersSpent;
    while (nextReminder(scope, plan.proposedAt, spent) <= scope.now) spent += 1;
    await movePlan(scope.tx, plan.id, 'proposed', { remindersSpent: spent });
    const measure = { ...plan, currency, instalments: instalments.get(plan.id)?.length ?? 0 };
    const bench = await planBench(scope, people, measure, spent > 1);
    asked.push(...bench.asked.map((memberId) => ({ memberId, plan })));
  }
  await bringUp(scope, asked);
}

interface Asked {
  readonly memberId: number;
  readonly plan: Pick<PlanRow, 'id' | 'proposedAt'>;
}

async function bringUp(scope: Scope, asked: readonly Asked[]): Promise<void> {
  const outage = await outageToCatchUp(scope);
  const reminders = [...groupBy(asked, ({ memberId }) => memberId)].map(([memberId, of]) => {
    const plans = of.map(({ plan }) => plan);
    const lost = outage && plans.flatMap(({ proposedAt }) => remindersLost(scope, proposedAt, outage));
    const merged = outage && mergedFrom(lost ?? [], outage);
    return { memberId, planIds: plans.map(({ id }) => id), ...(merged && { merged }) };
  });
  await enqueue(
    scope,
    reminders.map((one) => ({
      stream: directStream(one.memberId),
      class: 'durable',
      notice: { kind: 'plans wait', ...one },
    })),
  );
  await record(
    scope,
    reminders.flatMap(({ memberId: member, merged }) =>
      merged === undefined
        ? []
        : [{ what: remindersMerged, details: { member, reminders: merged.messages } }],
    ),
  );
}

function isDue(scope: Scope, { plan }: LivePlan): boolean {
  return plan.status === 'proposed' && nextReminder(scope, plan.proposedAt, plan.remindersSpent) <= scope.now;
}
