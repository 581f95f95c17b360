import Holidays from 'date-holidays';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  addDays,
  type BusinessDate,
  businessDate,
  weekday,
} from '../../../src/core/calendar/business-date.ts';
import { closedDays } from '../../../src/core/calendar/closed-days.ts';
import { DomainError } from '../../../src/core/error.ts';

const isClosed = (country: string, day: string, region?: string): boolean =>
  closedDays(country, region, Number(day.slice(0, 4))).has(day);

describe('closed days', () => {
  it.each<[string, string | undefined, string, string]>([
    ['DE', undefined, '2026-10-03', 'German Unity Day'],
    ['DE', 'BY', '2026-01-06', 'Epiphany in Bavaria'],
    ['DE', 'DE-BY', '2026-01-06', 'Bavaria by its ISO 3166-2 code'],
    ['US', 'LA', '2026-02-17', 'Mardi Gras in Louisiana, whose code the source writes in small letters'],
    ['GB', 'ENG', '2026-12-28', 'Boxing Day, which fell on a Saturday'],
    ['GB', 'SCT', '2026-11-30', "St Andrew's Day"],
    ['US', undefined, '2026-11-26', 'Thanksgiving'],
    ['LV', undefined, '2026-11-18', 'Proclamation Day'],
    ['JP', undefined, '2026-01-02', 'a bank holiday'],
    ['SE', undefined, '2026-06-19', "Midsummer's Eve, a bank holiday"],
    ['CN', undefined, '2026-02-17', 'the lunar New Year'],
    ['IL', undefined, '2026-09-21', 'Yom Kippur'],
    ['TR', undefined, '2026-05-30', 'the fourth day of the Feast of Sacrifice'],
  ])('hold in %s (%s) %s: %s', (country, region, day) => {
    expect(isClosed(country, day, region)).toBe(true);
  });

  it.each([
    ['DE', '2026-01-06', 'Epiphany is no holiday outside three states'],
    ['DE', '2026-12-24', 'half a day is a day of work'],
    ['TR', '2026-03-19', 'the eve of the feast is half a day'],
    ['TR', '2026-03-23', 'the feast ends'],
    ['IS', '2026-12-31', 'half a day'],
    ['SA', '2026-11-29', 'Sunday is a working day'],
    ['AE', '2022-01-07', 'a Friday since the Emirates changed'],
    ['AE', '2021-12-26', 'a Sunday before they did'],
  ])('leave %s open on %s: %s', (country, day) => {
    expect(isClosed(country, day)).toBe(false);
  });

  it.each([
    ['SA', '2026-11-27', '2026-11-28'],
    ['IL', '2026-11-27', '2026-11-28'],
    ['EG', '2026-11-27', '2026-11-28'],
    ['AE', '2026-11-28', '2026-11-29'],
    ['AE', '2021-11-26', '2021-11-27'],
    ['DE', '2026-11-28', '2026-11-29'],
  ])('give %s its own weekend (%s, %s)', (country, ...weekend) => {
    expect(weekend.filter((day) => isClosed(country, day))).toEqual(weekend);
  });

  it('go over New Year when a holiday does', () => {
    expect(isClosed('SZ', '2025-12-31') && isClosed('SZ', '2026-01-02')).toBe(true);
  });

  it('are refused for a place without known holidays, which the answer names', () => {
    expect(() => closedDays('XX', undefined, 2026)).toThrow(
      new DomainError(
        'invalid',
        'No holidays are known for country "XX". Write its ISO 3166-1 code, for example DE.',
      ),
    );
    expect(() => closedDays('toString', undefined, 2026)).toThrow(DomainError);
    expect(() => closedDays('LV', 'RIX', 2026)).toThrow('"RIX" is not a region of LV. Leave the region out.');
    expect(() => closedDays('DE', 'XX', 2026)).toThrow(
      /^"XX" is not a region of DE\. Choose one of BB, BE, /,
    );
  });

  it('are known from 1900 to 2200', () => {
    for (const country of ['DE', 'US', 'SA', 'IL', 'CN', 'JP']) {
      for (const year of [1900, 2200]) expect(closedDays(country, undefined, year).size).toBeGreaterThan(100);
    }
  });
});

describe('closed days on machines elsewhere', () => {
  let greenwich: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    greenwich = await closedDaysIn('UTC');
  });
  afterEach(() => vi.unstubAllEnvs());

  /** Zones far from Greenwich, and one whose clocks jumped at midnight on many countries' holiday (21 March 2020). */
  it.each(['America/Los_Angeles', 'Asia/Tehran', 'Pacific/Kiritimati'])(
    'are the same in %s as in Greenwich, for every country',
    async (zone) => {
      expect(await closedDaysIn(zone)).toEqual(greenwich);
    },
  );
});

async function closedDaysIn(zone: string): Promise<ReadonlyMap<string, readonly string[]>> {
  vi.stubEnv('TZ', zone);
  const minutes = new Date(2020, 5, 1).getTimezoneOffset();
  expect(minutes === 0, 'the zone of this process follows TZ').toBe(zone === 'UTC');
  vi.resetModules();
  const fresh = await import('../../../src/core/calendar/closed-days.ts');
  const countries = Object.keys(new Holidays().getCountries());
  return new Map(
    countries.map((country) => [country, [...fresh.closedDays(country, undefined, 2020)].sort()]),
  );
}

describe('the weekend', () => {
  it('is the only rest in an ordinary week', () => {
    const monday = businessDate('2026-11-09');
    const week = Array.from({ length: 7 }, (_, n): BusinessDate => addDays(monday, n));
    expect(week.filter((day) => isClosed('DE', day)).map(weekday)).toEqual([6, 7]);
  });
});
