import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate, daysBetween, weekday } from '../../../src/core/calendar/business-date.ts';
import { DomainError } from '../../../src/core/error.ts';
import { days } from './arbitraries.ts';

describe('a business date', () => {
  it('is a day of the calendar, leap days included', () => {
    expect(businessDate('2026-11-27')).toBe('2026-11-27');
    expect(businessDate('2024-02-29')).toBe('2024-02-29');
    expect(businessDate('2000-02-29')).toBe('2000-02-29');
  });

  it.each([
    ['2026-02-31', '"2026-02-31" is not a day: February 2026 has 28 days. Write for example 2026-11-27.'],
    ['2026-13-01', '"2026-13-01" is not a day: there is no month 13. Write for example 2026-11-27.'],
    ['2026-00-10', '"2026-00-10" is not a day: there is no month 0. Write for example 2026-11-27.'],
    ['2026-01-00', '"2026-01-00" is not a day: months begin with day 1. Write for example 2026-11-27.'],
    ['1900-02-29', '"1900-02-29" is not a day: February 1900 has 28 days. Write for example 2026-11-27.'],
    ['1899-12-31', '"1899-12-31" is not a day: years run from 1900 to 2200. Write for example 2026-11-27.'],
    ['2201-01-01', '"2201-01-01" is not a day: years run from 1900 to 2200. Write for example 2026-11-27.'],
    ['27.11.2026', '"27.11.2026" is not a date. Write year-month-day, for example 2026-11-27.'],
    ['2026-11-27T00:00', '"2026-11-27T00:00" is not a date. Write year-month-day, for example 2026-11-27.'],
    ['', '"" is not a date. Write year-month-day, for example 2026-11-27.'],
  ])('refuses %j by name', (text, message) => {
    expect(() => businessDate(text)).toThrow(new DomainError('invalid', message));
  });

  it('sorts as text as it does in time', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it('moves by calendar days and back again', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const moved = addDays(day, n);
        expect(daysBetween(day, moved)).toBe(n);
        expect(addDays(moved, -n)).toBe(day);
        expect(businessDate(moved)).toBe(moved);
      }),
    );
  });

  it('has a weekday that steps from 1 (Monday) to 7 and begins again', () => {
    expect(weekday(businessDate('2026-11-23'))).toBe(1);
    expect(weekday(businessDate('2026-11-29'))).toBe(7);
    fc.assert(
      fc.property(days, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
      }),
    );
  });

  it('does not leave the years it supports', () => {
    expect(addDays(businessDate('2200-12-30'), 1)).toBe('2200-12-31');
    expect(() => addDays(businessDate('2200-12-31'), 1)).toThrow(/outside the years 1900 to 2200/);
    expect(() => addDays(businessDate('1900-01-01'), -1)).toThrow(/outside the years 1900 to 2200/);
    expect(() => addDays(businessDate('2026-11-27'), Number.MAX_SAFE_INTEGER)).toThrow(DomainError);
  });
});
