import { type BusinessDate, daysBetween } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Calendar } from '../../core/calendar/business-days.ts';
import { type Money, money } from '../../core/money.ts';
import { loadCaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';

export interface PlannableInvoice {
  readonly id: number;
  readonly number: string;
  readonly dueOn: BusinessDate;
  readonly open: Money;
  /** Covered unless somebody chooses otherwise: it is overdue, or nothing of the case is. */
  readonly suggested: boolean;
}

export interface Plannable {
  readonly calendar: Calendar;
  /** The customer's. */
  readonly today: BusinessDate;
  /** The oldest first. */
  readonly invoices: readonly PlannableInvoice[];
}

/** What a plan with a customer could cover. */
export async function plannable(scope: Scope, caseId: number): Promise<Plannable> {
  const { facts } = await loadCaseFile(scope, caseId);
  const today = dateIn(facts.calendar.zone, scope.now);
  const open = facts.invoices
    .filter((invoice) => invoice.open > 0n && !invoice.excluded)
    .toSorted((a, b) => daysBetween(b.effectiveDueOn, a.effectiveDueOn) || a.id - b.id);
  const isOverdue = ({ effectiveDueOn }: (typeof open)[number]): boolean => effectiveDueOn < today;
  const none = !open.some(isOverdue);
  return {
    calendar: facts.calendar,
    today,
    invoices: open.map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      dueOn: invoice.dueOn,
      open: money(invoice.open, facts.currency),
      suggested: none || isOverdue(invoice),
    })),
  };
}
