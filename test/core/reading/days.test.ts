import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { readDays } from '../../../src/core/reading/days.ts';

/** A Monday. */
const options = { today: businessDate('2026-11-23'), order: 'DMY' } as const;

describe('days', () => {
  it.each([
    ['fri', '2026-11-27', '2026-11-27'],
    ['today', '2026-11-23', '2026-11-23'],
    ['until fri', '2026-11-23', '2026-11-27'],
    ['1 Dec – 12 Dec', '2026-12-01', '2026-12-12'],
    ['1–12 Dec', '2026-12-01', '2026-12-12'],
    ['1.12. - 12.12.', '2026-12-01', '2026-12-12'],
    ['1. – 12.12.', '2026-12-01', '2026-12-12'],
    ['wed to fri', '2026-11-25', '2026-11-27'],
    ['22 Dec – 4 Jan', '2026-12-22', '2027-01-04'],
    ['2026-12-01 – 2026-12-03', '2026-12-01', '2026-12-03'],
  ])('%s', (text, from, to) => {
    expect(readDays(text, options)).toEqual({ from, to });
  });

  it('that are three are refused', () => {
    expect(() => readDays('mon to wed to fri', options)).toThrow(/more than a first and a last day/);
  });
});
