import { movePlan } from '../../../db/queries/plan/write.ts';
import { cancelLivePromises } from '../../../db/queries/promise/make.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
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
  planId: number,
  total: bigint,
  decidedBy: number,
): Promise<void> {
  const today = dateIn(facts.calendar.zone, scope.now);
  const decision = { status: 'agreed', decidedBy, decidedAt: scope.now, agreedOn: today } as const;
  if (!(await movePlan(scope.tx, planId, 'proposed', decision)))
    throw new DomainError('conflict', 'Somebody decided this a moment ago; your press changed nothing.');
  await cancelLivePromises(scope.tx, facts.caseId, today);
  const named = { planId, caseId: facts.caseId, customer: customerName, currency: facts.currency };
  await tellPlan(scope, newsOf(named, 'agreed', total, { memberId: decidedBy }));
  await record(scope, [
    { what: 'plan agreed', memberId: decidedBy, caseId: facts.caseId, details: { plan: planId } },
  ]);
}
