import type { BusinessDate, Weekday } from './business-date.ts';

/** The weekly days of rest of a country (ISO 3166-1 alpha-2) on a day. */
export function weekendOf(country: string, on: BusinessDate): readonly Weekday[] {
  if (country === 'AE' && on < '2022-01-01') return fridaySaturday;
  return weekends[country] ?? saturdaySunday;
}

const saturdaySunday: readonly Weekday[] = [6, 7];
const fridaySaturday: readonly Weekday[] = [5, 6];

/**
 * Where the weekend is not Saturday and Sunday. Source: Unicode CLDR, supplemental `weekData`, and the governments'
 * own working weeks for BD, BN, DJ, MV and PS, which CLDR leaves at its world default. The Emirates moved to Saturday
 * and Sunday on 1 January 2022. CLDR's Sunday-only weekend of India and Uganda is left out: offices there, which is
 * who gets called, keep a five-day week.
 */
const weekends: Readonly<Record<string, readonly Weekday[]>> = {
  AF: [4, 5],
  BD: fridaySaturday,
  BH: fridaySaturday,
  BN: [5, 7],
  DJ: fridaySaturday,
  DZ: fridaySaturday,
  EG: fridaySaturday,
  IL: fridaySaturday,
  IQ: fridaySaturday,
  IR: [5],
  JO: fridaySaturday,
  KW: fridaySaturday,
  LY: fridaySaturday,
  MV: fridaySaturday,
  OM: fridaySaturday,
  PS: fridaySaturday,
  QA: fridaySaturday,
  SA: fridaySaturday,
  SD: fridaySaturday,
  SY: fridaySaturday,
  YE: fridaySaturday,
};
