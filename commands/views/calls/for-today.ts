import { dateIn } from '../../../src/core/calendar/zone.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';

/** Whether something is to be done today. The customer's day counts; what is late is for today, too. */
export function isForToday({ task, zone }: CaseOverview, now: Date): boolean {
  return task !== undefined && dateIn(zone, task.dueAt) <= dateIn(zone, now);
}
