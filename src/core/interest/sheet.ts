import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { type Currency, type Money, money } from '../money.ts';
import { accrue, type Debt, type InterestPeriod, openAtStartOf, type RateOfDay } from './accrue.ts';
import { interestBegins, type Lateness } from './begin.ts';
import { roundedInterest } from './exact.ts';
import { fixedSumOf } from './fixed-sum.ts';
import { type LateLaw, statutes } from './law.ts';
import type { Rates } from './rates.ts';
import type { SeriesName } from './series.ts';

/** An invoice as late interest sees it: its sum from the beginning, and what was settled of it when. */
export interface LateInvoice extends Lateness, Debt {
  readonly currency: Currency;
}

/** What late payment of one invoice costs through a day, and how that is reckoned. */
export interface InterestSheet {
  readonly law: LateLaw;
  /** The last day that was asked about. */
  readonly through: BusinessDate;
  /** What was open when interest began: the fixed sum goes by it. */
  readonly principal: Money;
  readonly periods: readonly InterestPeriod[];
  /** Rounded once, half up. With an unknown rate: what is certain. */
  readonly interest: Money;
  readonly fixedSum: Money | undefined;
  /** From this day on a rate is missing, so the interest is not complete. */
  readonly unknown: { readonly series: SeriesName; readonly from: BusinessDate } | undefined;
}

/**
 * Reckons late interest and the fixed sum of an invoice. Disputes and promises change nothing in it (a letter leaves out what is disputed); an extension does, by
 * its due date; paying the principal ends the interest and leaves it owed.
 * @returns undefined when the invoice was not late through that day, or late payment costs nothing.
 */
export function interestSheet(
  law: LateLaw,
  invoice: LateInvoice,
  rates: Rates,
  through: BusinessDate,
): InterestSheet | undefined {
  const begins = interestBegins(law, invoice);
  if (begins === undefined || begins >= through) return undefined;
  const from = addDays(begins, 1);
  const { periods, unknownFrom } = accrue(invoice, rateRule(law, rates, from), from, through);
  const late = periods[0]?.principal ?? openAtStartOf(invoice, unknownFrom ?? from);
  if (late === 0n) return undefined;
  const principal = money(late, invoice.currency);
  return {
    law,
    through,
    principal,
    periods,
    interest: money(roundedInterest(periods), invoice.currency),
    fixedSum: fixedSumOf(law, principal),
    unknown: unknownFrom === undefined ? undefined : missing(law, unknownFrom),
  };
}

function missing(law: LateLaw, from: BusinessDate): InterestSheet['unknown'] {
  return law.kind === 'statute' ? { series: statutes[law.statute].series, from } : undefined;
}

/** How a day's rate is found under a law, where interest began on `from`. */
export function rateRule(law: LateLaw, rates: Rates, from: BusinessDate): RateOfDay {
  if (law.kind === 'none') return () => undefined;
  if (law.kind === 'contract') return () => ({ rate: law.yearly, yearDays: 365 });
  const { series, margin, locked, yearDays } = statutes[law.statute];
  return (day) => {
    const reference = rates(series, locked ? from : day);
    if (reference === undefined) return undefined;
    const leap = yearDays === 'actual' && isLeapYear(Number(day.slice(0, 4)));
    return { rate: reference + margin, yearDays: leap ? 366 : 365 };
  };
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
