import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate, daysBetween, weekday } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { DomainError } from '../../../src/core/error.ts';
import { readDate } from '../../../src/core/reading/date.ts';
import { days } from '../calendar/arbitraries.ts';

/** A Sunday. */
const today = businessDate('2026-11-22');
const read = (text: string, order: 'DMY' | 'MDY' = 'DMY'): string => readDate(text, { today, order });
const wayOut = 'Write for example 27 Nov, 2026-11-27 or Fri.';

describe('a typed day', () => {
  it.each([
    ['today', '2026-11-22'],
    [' Tomorrow ', '2026-11-23'],
    ['yesterday', '2026-11-21'],
    ['+5', '2026-11-27'],
    ['+0', '2026-11-22'],
    ['-3', '2026-11-19'],
    ['fri', '2026-11-27'],
    ['Fri.', '2026-11-27'],
    ['Sunday', '2026-11-29'],
    ['2026-11-27', '2026-11-27'],
    ['2026/11/27', '2026-11-27'],
    ['2026-1-7', '2026-01-07'],
    ['27.11.', '2026-11-27'],
    ['27.11', '2026-11-27'],
    ['22.11.', '2026-11-22'],
    ['21.11.2027', '2027-11-21'],
    ['20 Sep', '2027-09-20'],
    ['27. 11. 2026', '2026-11-27'],
    ['27/11/26', '2026-11-27'],
    ['27-11-2026', '2026-11-27'],
    ['27 Nov', '2026-11-27'],
    ['27 november 2028', '2028-11-27'],
    ['27th of November', '2026-11-27'],
    ['on 27 Nov', '2026-11-27'],
    ['27-Nov-26', '2026-11-27'],
    ["27 Nov '26", '2026-11-27'],
    ['27Nov', '2026-11-27'],
    ['Nov 27', '2026-11-27'],
    ['Nov. 27', '2026-11-27'],
    ['November 27th, 2026', '2026-11-27'],
    ['Fri 27 Nov', '2026-11-27'],
    ['Friday, 27 November 2026', '2026-11-27'],
    ['29.2.28', '2028-02-29'],
    ['1 Sept', '2027-09-01'],
  ])('%j is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['heute', '2026-11-22'],
    ['Übermorgen', '2026-11-24'],
    ['Fr', '2026-11-27'],
    ['Mi.', '2026-11-25'],
    ['Freitag, 27. November', '2026-11-27'],
    ['3. März 2027', '2027-03-03'],
    ['1. Jänner', '2027-01-01'],
    ['aujourd’hui', '2026-11-22'],
    ['vendredi', '2026-11-27'],
    ['1er janvier', '2027-01-01'],
    ['le 5 août', '2027-08-05'],
    ['5 juil.', '2027-07-05'],
    ['mañana', '2026-11-23'],
    ['miércoles', '2026-11-25'],
    ['27 de noviembre de 2026', '2026-11-27'],
    ['mar 24 nov', '2026-11-24'],
    ['domani', '2026-11-23'],
    ['venerdì', '2026-11-27'],
    ['1º gennaio', '2027-01-01'],
    ['15 mag', '2027-05-15'],
  ])('%j is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it('is read day first or month first, as the workspace says', () => {
    expect(read('11/12/2026', 'DMY')).toBe('2026-12-11');
    expect(read('11/12/2026', 'MDY')).toBe('2026-11-12');
    expect(read('12/24', 'MDY')).toBe('2026-12-24');
  });

  it('is day first between full stops wherever one is', () => {
    expect(read('11.12.2026', 'MDY')).toBe('2026-12-11');
  });

  it('takes two digits for the nearest century, seen from a few years ahead', () => {
    expect(read('1.1.46')).toBe('2046-01-01');
    expect(read('1.1.47')).toBe('1947-01-01');
    expect(read('31.12.99')).toBe('1999-12-31');
  });

  it('lies behind when one looks back', () => {
    const behind = (text: string): string => readDate(text, { today, order: 'DMY', looking: 'back' });
    expect(behind('20 Nov')).toBe('2026-11-20');
    expect(behind('22.11.')).toBe('2026-11-22');
    expect(behind('1 Feb')).toBe('2026-02-01');
    expect(behind('22 Jan')).toBe('2026-01-22');
    expect(behind('24 Jan')).toBe('2026-01-24');
    expect(behind('fri')).toBe('2026-11-20');
    expect(behind('sun')).toBe('2026-11-15');
    expect(behind('27 Nov 2026')).toBe('2026-11-27');
  });
});

describe('a day that cannot be read', () => {
  it.each([
    ['31/02/2026', '"31/02/2026" is not a day: February 2026 has 28 days.'],
    ['29.2.', '"29.2." is not a day: February 2027 has 28 days.'],
    ['11/27/2026', '"11/27/2026" is not a day: there is no month 27.'],
    ['2026-13-01', '"2026-13-01" is not a day: there is no month 13.'],
    ['0 Nov', '"0 Nov" is not a day: months begin with day 1.'],
    ['1.1.1899', '"1.1.1899" is not a day: years run from 1900 to 2200.'],
    ['Thu 27 Nov', '"Thu 27 Nov" does not fit together: that day is Fri 27 Nov 2026.'],
    ['soon', '"soon" is not understood as a date.'],
    ['27', '"27" is not understood as a date.'],
    ['5 jui', '"5 jui" is not understood as a date.'],
    ['ma', '"ma" is not understood as a date.'],
    ['27 Nov or later', '"27 Nov or later" is not understood as a date.'],
    ['27/11-2026', '"27/11-2026" is not understood as a date.'],
    ['27.11.202', '"27.11.202" is not understood as a date.'],
    ['+12345', '"+12345" is not understood as a date.'],
    ['2026-11-27T10:00', '"2026-11-27T10:00" is not understood as a date.'],
    ['x'.repeat(3000), `"${'x'.repeat(40)}…" is not understood as a date.`],
  ])('is refused with its reason and a way out: %j', (text, message) => {
    expect(() => read(text)).toThrow(new DomainError('invalid', `${message} ${wayOut}`));
  });

  it('lies just on the other side of today: more likely a slip than a year away', () => {
    const behind = (text: string): string => readDate(text, { today, order: 'DMY', looking: 'back' });
    expect(() => read('21.11.')).toThrow(
      '"21.11." is past: it is Sat 21 Nov 2026. If you mean Sun 21 Nov 2027, write the year.',
    );
    expect(() => behind('1 Dec')).toThrow(
      '"1 Dec" is still to come: it is Tue 1 Dec 2026. If you mean Mon 1 Dec 2025, write the year.',
    );
    expect(readDate('25 Dec', { today: businessDate('2027-03-01'), order: 'DMY' })).toBe('2027-12-25');
  });

  it('is asked for when nothing was typed', () => {
    expect(() => read('  ')).toThrow(new DomainError('invalid', `No date was given. ${wayOut}`));
  });

  it('is answered with an example that can be read', () => {
    fc.assert(
      fc.property(days, (day) => {
        const options = { today: day, order: 'DMY' } as const;
        const message = refusalOf(() => readDate('nonsense', options));
        const [, short = '', iso = ''] = /for example (.+), (.+) or Fri\.$/.exec(message) ?? [];
        expect(readDate(iso, options)).toBe(readDate('Fri', options));
        expect(readDate(short, options)).toBe(readDate('Fri', options));
      }),
    );
  });

  it('never fails in any other way', () => {
    const pieces = fc.constantFrom(
      '27',
      '1',
      '2026',
      '.',
      '/',
      '-',
      ' ',
      'nov',
      'fri',
      ',',
      '+',
      'de',
      "'",
      '99',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('DMY' as const, 'MDY' as const), (typed, order) => {
        const outcome = attempt(() => readDate(typed, { today, order }));
        if (outcome instanceof DomainError) return;
        expect(businessDate(String(outcome))).toBe(outcome);
      }),
    );
  });
});

describe('reading what was written', () => {
  const locales = fc.constantFrom('en', 'en-US', 'de', 'fr', 'es', 'it');

  it('gives the day back in every language, with its year', () => {
    fc.assert(
      fc.property(days, days, locales, (day, now, locale) => {
        expect(readDate(formatDate(day, { locale }), { today: now, order: 'DMY' })).toBe(day);
      }),
    );
  });

  it('gives the day back without its year when it lies ahead in this one', () => {
    fc.assert(
      fc.property(days, fc.nat(364), locales, (now, ahead, locale) => {
        const day = addDays(now, ahead);
        fc.pre(day.slice(0, 4) === now.slice(0, 4));
        expect(readDate(formatDate(day, { locale, today: now }), { today: now, order: 'MDY' })).toBe(day);
      }),
    );
  });

  it('finds the weekday within the next seven days, and never today', () => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    fc.assert(
      fc.property(days, fc.nat(6), (now, index) => {
        const day = readDate(names[index] ?? '', { today: now, order: 'DMY' });
        expect(weekday(day)).toBe(index + 1);
        expect(daysBetween(now, day)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(now, day)).toBeLessThanOrEqual(7);
      }),
    );
  });
});

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function refusalOf(run: () => unknown): string {
  const outcome = attempt(run);
  return outcome instanceof DomainError ? outcome.message : '';
}
