import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { type Calendar, nextOpen } from '../calendar/business-days.ts';
import { type LateLaw, statutes } from './law.ts';

/** What the beginning of interest depends on. */
export interface Lateness {
  readonly issuedOn: BusinessDate;
  /** The day on which payment was due; an agreed extension has moved it. */
  readonly effectiveDueOn: BusinessDate;
  /** The day on which the first demand after the due day reached the customer. */
  readonly demandedOn?: BusinessDate;
  /** The customer's, because a period that ends on a closed day ends on the next open one. */
  readonly calendar: Calendar;
}

/** Days after which a debt without an agreed due date is late. */
const statutoryDays = 30;

/**
 * The last day that bears no interest, or undefined where there is no right to any. With an agreed due date it is the due
 * day. Without one: 30 days after the invoice was received and due (directive 2011/7, article 3(3)(b); section 4(5) of
 * the UK's act); in Germany the day of a demand, if that was earlier (§ 286(1) and (3) BGB). The day of receipt is not in
 * the books, so the day of issue stands for it.
 */
export function interestBegins(law: LateLaw, of: Lateness): BusinessDate | undefined {
  switch (law.kind) {
    case 'none':
      return undefined;
    case 'contract':
      return addDays(of.effectiveDueOn, law.graceDays);
    case 'statute':
      if (of.issuedOn < statutes[law.statute].since) return undefined;
      return law.agreedDueDate ? of.effectiveDueOn : withoutAgreedDate(law.statute === 'DE', of);
  }
}

function withoutAgreedDate(demandCounts: boolean, of: Lateness): BusinessDate {
  const { issuedOn, effectiveDueOn, demandedOn, calendar } = of;
  const received = issuedOn > effectiveDueOn ? issuedOn : effectiveDueOn;
  const period = demandCounts ? received : issuedOn;
  const after = nextOpen(calendar, addDays(period, statutoryDays));
  const late = after > effectiveDueOn ? after : effectiveDueOn;
  return demandCounts && demandedOn !== undefined && demandedOn < late ? demandedOn : late;
}
