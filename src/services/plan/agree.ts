import { movePlan } from '../../../db/queries/plan/write.ts';
import { cancelLivePromises } from '../../../db/queries/promise/make.ts';
import type { PlanRow, PromiseRow } from '../../../db/schema/index.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { CaseFacts } from '../../core/dunning/facts.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import { newsOf, tellPlan } from './tell.ts';

/**
 * A proposed plan is allowed: what it covers rests from today on, and what was promised of the case is no longer
 * asked for besides.
 * @throws DomainError `conflict` when somebody was faster.
 */
export async function agreeTo(
  scope: Scope,
  { facts, customerName }: CaseFile,
  { id: planId, total }: Pick<PlanRow, 'id' | 'total'>,
  { by: decidedBy, alone }: { readonly by: number; readonly alone: boolean },
): Promise<void> {
  const today = dateIn(facts.calendar.zone, scope.now);
  const decision = { status: 'agreed', decidedBy, decidedAt: scope.now, agreedOn: today } as const;
  if (!(await movePlan(scope.tx, planId, 'proposed', decision)))
    throw new DomainError('conflict', 'Somebody decided this a moment ago; your press changed nothing.');
  const givenUp = await cancelLivePromises(scope.tx, facts.caseId, today);
  const named = { planId, caseId: facts.caseId, customer: customerName, currency: facts.currency };
  const reasons = [
    ...(alone ? ['with too few people: nobody else was there to ask for 24 hours'] : []),
    ...givenUp.map((one) => inWords(one, facts, today)),
  ];
  const reason = reasons.length === 0 ? null : reasons.join(', ');
  await tellPlan(scope, newsOf(named, 'agreed', total, { memberId: decidedBy, reason }));
  await record(scope, [
    {
      what: 'plan agreed',
      memberId: decidedBy,
      caseId: facts.caseId,
      details: { plan: planId, ...(alone && { alone: 'with too few people' }) },
    },
  ]);
}

/** Whoever recorded the promise would otherwise wait for it. */
function inWords(
  { amount, dueOn }: Pick<PromiseRow, 'amount' | 'dueOn'>,
  { currency }: CaseFacts,
  today: BusinessDate,
): string {
  return `${formatMoney(money(amount, currency))} promised for ${formatDate(businessDate(dueOn), { today })} gives way to it`;
}
