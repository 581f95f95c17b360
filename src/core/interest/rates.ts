import type { BusinessDate } from '../calendar/business-date.ts';
import { halfYearOf } from './half-year.ts';
import { publishedRates } from './published-rates.ts';
import { type Millionths, readRate } from './rate.ts';
import type { SeriesName } from './series.ts';

/** What a series was on a day; undefined where nobody has said yet. */
export type Rates = (series: SeriesName, on: BusinessDate) => Millionths | undefined;

/** A rate that somebody added for one half-year. */
export interface AddedRate {
  readonly series: SeriesName;
  readonly validFrom: BusinessDate;
  readonly millionths: Millionths;
}

/** The published rates together with added ones. An added rate goes first: it may correct what was published wrongly. */
export function ratesWith(added: readonly AddedRate[]): Rates {
  const known = new Map(added.map((rate) => [`${rate.series} ${rate.validFrom}`, rate.millionths]));
  return (series, on) => {
    const halfYear = halfYearOf(on);
    return known.get(`${series} ${halfYear}`) ?? published(series, halfYear);
  };
}

function published(series: SeriesName, halfYear: BusinessDate): Millionths | undefined {
  const { lastKnown, changes } = publishedRates[series];
  const [, percent] = changes.findLast(([validFrom]) => validFrom <= halfYear) ?? [];
  return percent === undefined || halfYear > lastKnown ? undefined : readRate(percent);
}
