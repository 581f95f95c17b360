import { describe, expect, test } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { monthEndsBefore, monthName, monthsBetween } from '../../../src/core/calendar/months.ts';

describe('month ends', () => {
  test('are the last days of the months before, leap years and year ends too', () => {
    expect(monthEndsBefore(businessDate('2028-03-01'), 3)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
    ]);
    expect(monthName(businessDate('2028-02-29'))).toBe('Feb');
  });

  test('part a stretch into months without a gap, the newest first', () => {
    expect(monthsBetween(businessDate('2027-12-15'), businessDate('2028-02-03'))).toEqual([
      { from: '2028-02-01', to: '2028-02-03' },
      { from: '2028-01-01', to: '2028-01-31' },
      { from: '2027-12-15', to: '2027-12-31' },
    ]);
    expect(monthsBetween(businessDate('2028-02-03'), businessDate('2028-02-02'))).toEqual([]);
  });
});
