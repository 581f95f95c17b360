import { type BusinessDate, businessDate } from '../calendar/business-date.ts';
import { type Money, money } from '../money.ts';
import type { Millionths } from './rate.ts';
import type { SeriesName } from './series.ts';
import type { LateTerms, Regime } from './terms.ts';

export type Statute = Exclude<Regime, 'contract' | 'none'>;

/** What late payment costs somebody, and by what right. */
export type LateLaw =
  | { readonly kind: 'statute'; readonly statute: Statute; readonly agreedDueDate: boolean }
  | {
      readonly kind: 'contract';
      /** A year's rate; twelve times a month's. */
      readonly yearly: Millionths;
      readonly fixedSum: Money | undefined;
      readonly graceDays: number;
    }
  | { readonly kind: 'none'; readonly why: 'agreed' | 'no business' | 'no statute known' };

/**
 * The right to late interest: the customer's own terms before the workspace's, else the law of the customer's country.
 * Whoever names the regime brings the rate, the fixed sum and the days of grace with it.
 */
export function lateLaw(own: LateTerms | null, house: LateTerms, country: string): LateLaw {
  const says = own?.regime === undefined ? house : own;
  const { agreedDueDate = true, business = true } = { ...house, ...own };
  const regime = says.regime === undefined || says.regime === 'law' ? lawOf(country) : says.regime;
  if (regime === undefined) return { kind: 'none', why: 'no statute known' };
  if (regime === 'none') return { kind: 'none', why: 'agreed' };
  if (regime === 'contract') return contract(says);
  return business
    ? { kind: 'statute', statute: regime, agreedDueDate }
    : { kind: 'none', why: 'no business' };
}

function contract({ rate, fixedSum, graceDays = 0 }: LateTerms): LateLaw {
  return {
    kind: 'contract',
    yearly: rate === undefined ? 0 : rate.millionths * (rate.per === 'month' ? 12 : 1),
    fixedSum: fixedSum && money(BigInt(fixedSum.amount), fixedSum.currency),
    graceDays,
  };
}

/**
 * Members with the euro owe at least the directive's minimum. National laws keep to it in substance: Italy (d.lgs.
 * 231/2002), Latvia (Civil Law, section 1765), Spain, the Netherlands, Belgium and Ireland say the ECB's rate and 8
 * points; Austria says 9.2 points over its own base rate (§ 456 UGB), which is more, so the minimum claims too little
 * there rather than too much. Members without the euro refer to their own central banks' rates, which are not on
 * file: for them only a contract, or a regime chosen by hand, gives a figure.
 */
const directive = 'AT BE BG CY EE ES FI GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

function lawOf(country: string): Statute | undefined {
  switch (country) {
    case 'DE':
    case 'FR':
    case 'GB':
      return country;
    default:
      return directive.includes(country) ? 'EU' : undefined;
  }
}

/** How a statute reckons. */
export interface StatuteRule {
  /** The first day of invoices that it holds for; what older ones owe is left to people. */
  readonly since: BusinessDate;
  readonly series: SeriesName;
  /** Percentage points over the reference rate, as millionths. */
  readonly margin: Millionths;
  /** Whether the rate of the half-year in which interest began stays, or each half-year has its own. */
  readonly locked: boolean;
  /** Days of a year: always 365, or as many as the year has. */
  readonly yearDays: '365' | 'actual';
}

/**
 * EU: directive 2011/7, articles 2(6), 2(7) and 3(4), in force for contracts since its deadline. Germany: §§ 247, 288(2) BGB for debts since 29 July 2014; the code
 * names no day count, and the usual calculators take the days that the year has (365 or 366), which in a leap year is
 * the lower figure. France: Code de commerce, article L441-10 II, the rate in the absence of another one. United Kingdom:
 * Late Payment of Commercial Debts (Interest) Act 1998, sections 4 and 6, with the rate order of 2002, over 365 days.
 */
export const statutes: Readonly<Record<Statute, StatuteRule>> = {
  EU: { since: businessDate('2013-03-16'), series: 'ECB', margin: 80_000, locked: false, yearDays: '365' },
  DE: {
    since: businessDate('2014-07-29'),
    series: 'Bundesbank',
    margin: 90_000,
    locked: false,
    yearDays: 'actual',
  },
  FR: { since: businessDate('2009-01-01'), series: 'ECB', margin: 100_000, locked: false, yearDays: '365' },
  GB: {
    since: businessDate('2002-08-07'),
    series: 'Bank of England',
    margin: 80_000,
    locked: true,
    yearDays: '365',
  },
};
