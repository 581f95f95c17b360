import Holidays from 'date-holidays';
import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';
import { addDays, type BusinessDate, businessDate, weekday } from './business-date.ts';
import { weekendOf } from './weekend.ts';

/**
 * The days of a year on which a country rests: weekends, public holidays, and bank holidays where date-holidays lists
 * them (Sweden's Midsummer Eve, Japan's 2 January, Ireland's Good Friday): nobody can pay on a day the banks are shut,
 * and few answer the telephone. Half-days (24 December in Germany) are open.
 *
 * Throws `invalid` for a country or region it does not know.
 */
export function closedDays(country: string, region: string | undefined, year: number): ReadonlySet<string> {
  const place = placeFor(country, region);
  let days = place.closedByYear.get(year);
  if (days === undefined) {
    days = new Set([...weekendDays(country, year), ...holidaysOf(place.holidays, year)]);
    place.closedByYear.set(year, days);
  }
  return days;
}

interface Place {
  readonly holidays: Holidays;
  readonly closedByYear: Map<number, ReadonlySet<string>>;
}

/** Bounded by what date-holidays knows: unknown places throw before they are kept. */
const placesByCountry = new Map<string, Map<string, Place>>();

function placeFor(country: string, region = ''): Place {
  const known = placesByCountry.get(country)?.get(region);
  if (known !== undefined) return known;
  const place: Place = { holidays: holidayRules(country, region), closedByYear: new Map() };
  const regions = placesByCountry.get(country) ?? new Map<string, Place>();
  placesByCountry.set(country, regions.set(region, place));
  return place;
}

/** Knows all countries and regions, and no holidays. */
const atlas = new Holidays();

function holidayRules(country: string, region: string): Holidays {
  if (!Object.hasOwn(atlas.getCountries(), country)) {
    throw new DomainError(
      'invalid',
      `No holidays are known for country ${quoted(country)}. Write its ISO 3166-1 code, for example DE.`,
    );
  }
  if (region === '') return new Holidays(country, { types: ['public', 'bank'] });
  const regions = Object.keys(atlas.getStates(country) ?? {});
  const written = region.toUpperCase().replace(`${country}-`, '');
  const known = regions.find((name) => name.toUpperCase() === written);
  if (known === undefined) throw unknownRegion(country, region, regions);
  return new Holidays(country, known, { types: ['public', 'bank'] });
}

function unknownRegion(country: string, region: string, regions: readonly string[]): DomainError {
  const wayOut =
    regions.length === 0
      ? 'Leave the region out.'
      : `Choose one of ${regions.join(', ').toUpperCase()}, or none.`;
  return new DomainError('invalid', `${quoted(region)} is not a region of ${country}. ${wayOut}`);
}

function* weekendDays(country: string, year: number): Iterable<BusinessDate> {
  const end = businessDate(`${year}-12-31`);
  for (let day = businessDate(`${year}-01-01`); ; day = addDays(day, 1)) {
    if (weekendOf(country, day).includes(weekday(day))) yield day;
    if (day === end) return;
  }
}

/** Whole days only. The year before counts too: holidays of several days run over New Year. */
function* holidaysOf(rules: Holidays, year: number): Iterable<BusinessDate> {
  const found = [...rules.getHolidays(year - 1), ...rules.getHolidays(year)];
  for (const { date, start, end } of found) {
    const first = date.slice(0, 10);
    const days = Math.floor((hoursBetween(start, end) + slackHours) / 24);
    for (let n = 0; n < days; n += 1) {
      const day = new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10);
      if (day.startsWith(String(year))) yield day as BusinessDate;
    }
  }
}

/**
 * date-holidays reckons with local wall clocks, so a holiday on the day clocks change may last 23 or 25 hours; the day
 * it names does not move. Half-days last twelve hours at most.
 */
const slackHours = 2;

function hoursBetween(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / 3_600_000;
}
