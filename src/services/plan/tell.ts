import { formatMoney, money } from '../../core/money.ts';
import type { PlanNews } from '../notice.ts';
import { refreshCards, showCard } from '../outbox/card.ts';
import { threadStream } from '../outbox/enqueue.ts';
import { showCase, tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';

/** A plan as news name it. */
export interface Named {
  readonly planId: number;
  readonly caseId: number;
  readonly customer: string;
  readonly currency: string;
}

/** Fills in what an event has no word about. */
export function newsOf(
  { planId, caseId, customer, currency }: Named,
  event: PlanNews['event'],
  amount: bigint,
  more: Partial<Pick<PlanNews, 'memberId' | 'reason' | 'number' | 'dueOn' | 'until'>> = {},
): PlanNews {
  return {
    planId,
    caseId,
    customer,
    event,
    amount: formatMoney(money(amount, currency)),
    memberId: null,
    reason: null,
    number: null,
    dueOn: null,
    until: null,
    ...more,
  };
}

/** Says it in the thread in which the plan was agreed, and brings the plan's card there up to date. */
export async function tellPlan(scope: Scope, news: PlanNews): Promise<void> {
  await tellCase(scope, news.caseId, { kind: 'plan', ...news });
  await refreshCards(scope, 'plan', [String(news.planId)]);
}

/** The plan's card stands in the case's thread; what is asked and decided is on it. */
export async function showPlan(scope: Scope, caseId: number, planId: number): Promise<void> {
  const parentId = await showCase(scope, caseId);
  await showCard(scope, 'plan', String(planId), { stream: threadStream(caseId), parentId });
}
