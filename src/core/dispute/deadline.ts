import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, isOpen } from '../calendar/business-days.ts';
import { formatDate } from '../calendar/format-date.ts';

/** Business days of the customer in which we answer a dispute; a rep may set no later day. */
const disputeBusinessDays = 10;

/** The day by which a dispute that is raised today is answered, unless another is named. */
export function disputeDeadline(calendar: Calendar, today: BusinessDate): BusinessDate {
  return addBusinessDays(calendar, today, disputeBusinessDays);
}

/** Why nobody can answer by that day; undefined when it is possible. */
export function impossibleDeadline(
  calendar: Calendar,
  today: BusinessDate,
  deadline: BusinessDate,
): string | undefined {
  const day = formatDate(deadline, { today });
  if (deadline <= today) return `${day} leaves no day to look into it: choose tomorrow or later.`;
  return isOpen(calendar, deadline) ? undefined : `${day} is not a business day of the customer: choose one.`;
}
