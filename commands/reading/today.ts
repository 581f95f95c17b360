import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { dateIn } from '../../src/core/calendar/zone.ts';
import { businessNow } from '../../src/services/clock/now.ts';
import type { Context } from '../context.ts';

/** The day it is where a customer or a colleague is. */
export async function todayAt(
  { office, actor }: Context,
  { zone }: { readonly zone: string },
): Promise<BusinessDate> {
  return dateIn(zone, await businessNow(office, actor.workspaceId));
}

/** The day it is where the team works. */
export const teamsToday = (context: Context): Promise<BusinessDate> => todayAt(context, context.workspace);
