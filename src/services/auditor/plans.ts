import { instalmentsOf, type LivePlan, livePlans, planCash } from '../../../db/queries/plan/find.ts';
import type { InstalmentRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { judgePlan } from '../../core/plan/judge.ts';
import { calendarOf, type Scope } from '../scope.ts';
import type { Bench, Found } from './found.ts';

/** Plans about which the ledger knows more than they say: an instalment came in or is missing, or the plan is over. */
export async function plansNotJudged({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const agreed = (await livePlans(scope.tx, caseIds)).filter(({ plan }) => plan.status === 'agreed');
  if (agreed.length === 0) return [];
  const ids = agreed.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, ids), ({ planId }) => planId);
  const cash = await planCash(scope.tx, ids);
  return agreed
    .filter((one) => isBehind(scope, one, instalments.get(one.plan.id) ?? [], cash.get(one.plan.id) ?? 0n))
    .map(({ plan: { id, caseId } }) => ({
      check: 'plan',
      subject: String(id),
      caseId,
      facts: {},
      mends: true,
    }));
}

function isBehind(
  scope: Scope,
  { place }: LivePlan,
  instalments: readonly InstalmentRow[],
  paid: bigint,
): boolean {
  const calendar = calendarOf(place, scope.workspace);
  const { ledgerCovers } = scope.workspace;
  const verdict = judgePlan(
    {
      instalments: instalments.map(({ amount, dueOn, noticedOn }) => ({
        amount,
        dueOn: businessDate(dueOn),
        ...(noticedOn === null ? {} : { noticedOn: businessDate(noticedOn) }),
      })),
      paid,
      calendar,
      ...(ledgerCovers === null ? {} : { ledgerCovers: businessDate(ledgerCovers) }),
    },
    dateIn(calendar.zone, scope.now),
  );
  if (verdict.plan !== 'running' || verdict.toNotice !== undefined) return true;
  return instalments.some(({ status }, n) => status !== verdict.statuses[n]);
}
