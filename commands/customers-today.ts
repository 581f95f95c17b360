import type { BusinessDate } from '../src/core/calendar/business-date.ts';
import { dateIn } from '../src/core/calendar/zone.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { businessNow } from '../src/services/clock/now.ts';
import type { Context } from './context.ts';

/** The day it is where the customer is. */
export async function customersToday(
  { office, actor }: Context,
  { zone }: CaseOverview,
): Promise<BusinessDate> {
  return dateIn(zone, await businessNow(office, actor.workspaceId));
}
