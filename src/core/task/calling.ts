import { addDays } from '../calendar/business-date.ts';
import { type Calendar, nextOpen } from '../calendar/business-days.ts';
import { type Hours, type Window, windowOn } from '../calendar/hours.ts';
import { dateIn, instantAt } from '../calendar/zone.ts';

/** When customers are called, unless their step says otherwise. */
export const callingHours: Hours = { from: '10:00', to: '16:00' };

/** When a telephone is picked up at all: for whoever works at other hours than the customer's offices. */
export const widestHours: Hours = { from: '08:00', to: '18:00' };

/** What is left of the hours must be enough to try in. */
const leastMinutes = 60;

/** What is left of the hours in which a customer can be called: today's, if an hour of them is, else the next ones. */
export function nextCallingWindow(customer: Calendar, now: Date): Window {
  const today = dateIn(customer.zone, now);
  for (let on = nextOpen(customer, today); ; on = nextOpen(customer, addDays(on, 1))) {
    const { from, to } = windowOn(customer, on, callingHours);
    const start = from > now ? from : now;
    if (to.getTime() - start.getTime() >= leastMinutes * 60_000) return { from: start, to };
  }
}

/** The beginning of the day on which a customer can be called next, in their zone; it is past when that is today. */
export function nextCallingDay(customer: Calendar, now: Date): Date {
  const on = dateIn(customer.zone, nextCallingWindow(customer, now).from);
  return instantAt(customer.zone, on, '00:00');
}
