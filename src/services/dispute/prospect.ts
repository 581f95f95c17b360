import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { disputeDeadline } from '../../core/dispute/deadline.ts';
import { undisputed } from '../../core/dispute/spread.ts';
import { type Money, money } from '../../core/money.ts';
import { loadCaseFile } from '../case/file.ts';
import { escalateFrom, holderOf } from '../member/holder.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** What a dispute of a case could be about, and what holds unless somebody says otherwise. */
export interface DisputeProspect {
  readonly invoices: readonly { readonly number: string; readonly open: Money }[];
  readonly fixer: Member;
  readonly deadlineOn: BusinessDate;
}

export async function disputeProspect(scope: Scope, caseId: number): Promise<DisputeProspect> {
  const { facts, ownerId } = await loadCaseFile(scope, caseId);
  const people = await roster(scope);
  const owner = holderOf(people, ownerId, scope.now);
  return {
    invoices: facts.invoices.map((invoice) => ({
      number: invoice.number,
      open: money(undisputed(invoice), facts.currency),
    })),
    fixer: escalateFrom(people, owner.id, 'lead', scope.now),
    deadlineOn: disputeDeadline(facts.calendar, dateIn(facts.calendar.zone, scope.now)),
  };
}
