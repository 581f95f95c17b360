import { instalmentsOf, type LivePlan } from '../../../db/queries/plan/find.ts';
import { movePlan } from '../../../db/queries/plan/write.ts';
import { groupBy } from '../../core/group-by.ts';
import { roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import { planBench } from '../plan/approvers.ts';
import type { Scope } from '../scope.ts';
import { nextReminder } from './remind-approvers.ts';

/** Brings up plans that wait for a decision every business day; from the second time on the next ones up are asked too. */
export async function remindPlanApprovers(scope: Scope, live: readonly LivePlan[]): Promise<void> {
  const waiting = live.filter((one) => isDue(scope, one));
  if (waiting.length === 0) return;
  const people = await roster(scope);
  const planIds = waiting.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, planIds), ({ planId }) => planId);
  for (const { plan, currency } of waiting) {
    let spent = plan.remindersSpent;
    while (nextReminder(scope, plan.proposedAt, spent) <= scope.now) spent += 1;
    await movePlan(scope.tx, plan.id, 'proposed', { remindersSpent: spent });
    const measure = { ...plan, currency, instalments: instalments.get(plan.id)?.length ?? 0 };
    const { asked } = await planBench(scope, people, measure, spent > 1);
    await enqueue(
      scope,
      asked.map((memberId) => ({
        stream: directStream(memberId),
        class: 'durable',
        notice: { kind: 'plan waits', planId: plan.id, memberId },
      })),
    );
  }
}

function isDue(scope: Scope, { plan }: LivePlan): boolean {
  return plan.status === 'proposed' && nextReminder(scope, plan.proposedAt, plan.remindersSpent) <= scope.now;
}
