import { addDays, type BusinessDate, businessDate } from '../calendar/business-date.ts';
import { assumedPeriod, type LimitationPeriod, limitationPeriods, shortestYears } from './periods.ts';

/** The last day on which a claim is in time. */
export interface Expiry {
  readonly on: BusinessDate;
  readonly period: LimitationPeriod;
  readonly country: string;
}

/**
 * When the claim for an invoice becomes time-barred at the earliest. Without a choice in the contract a sale is under
 * the law of the seller's country (Regulation (EC) 593/2008 art. 4), but contracts choose the other one, too: so the
 * earlier of the two is taken.
 * @param countries the seller's and the customer's, ISO 3166-1 alpha-2
 */
export function limitationOf(countries: readonly [string, string], dueOn: BusinessDate): Expiry {
  const [first, second] = countries.map((country): Expiry => {
    const period = limitationPeriods[country] ?? assumedPeriod;
    return { on: lastDay(period, dueOn), period, country };
  }) as [Expiry, Expiry];
  return second.on < first.on ? second : first;
}

/** Days before the last one on which people are told: while a lawyer has time, and when there is hardly any left. */
const alertDays = [180, 30] as const;

/** How many alerts there are for one claim. */
export const alerts = alertDays.length;

/** How many of the alerts are due on a day; 0 while the last day is far away. */
export function alertsDue({ on }: Expiry, today: BusinessDate): number {
  return alertDays.filter((days) => addDays(on, -days) <= today).length;
}

/** No claim for an invoice that was due after this day can be near its end. */
export function latestDueToLookAt(today: BusinessDate): BusinessDate {
  return addDays(today, alertDays[0] - shortestYears * 365);
}

function lastDay({ years, from }: LimitationPeriod, dueOn: BusinessDate): BusinessDate {
  const year = Number(dueOn.slice(0, 4)) + years;
  if (from === 'end of year') return businessDate(`${year}-12-31`);
  const monthAndDay = dueOn.slice(5);
  const exists = monthAndDay !== '02-29' || isLeap(year);
  return businessDate(`${year}-${exists ? monthAndDay : '02-28'}`);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
