import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { alertsDue, latestDueToLookAt, limitationOf } from '../../../src/core/limitation/expiry.ts';
import { limitationPeriods, shortestYears } from '../../../src/core/limitation/periods.ts';

const day = businessDate;

describe('a claim', () => {
  it('of a German invoice ends with the third year after the one in which it was due', () => {
    expect(limitationOf(['DE', 'DE'], day('2023-01-02')).on).toBe('2026-12-31');
    expect(limitationOf(['DE', 'DE'], day('2023-12-31')).on).toBe('2026-12-31');
  });

  it('of a Latvian invoice ends three years after its due day', () => {
    expect(limitationOf(['LV', 'LV'], day('2023-03-15')).on).toBe('2026-03-15');
  });

  it('ends by the law of the country where it ends first', () => {
    const { on, country } = limitationOf(['GB', 'AT'], day('2023-03-15'));
    expect([on, country]).toEqual(['2026-03-15', 'AT']);
    expect(limitationOf(['AT', 'GB'], day('2023-03-15')).on).toBe('2026-03-15');
  });

  it('of 29 February ends on the 28th of a year that has no such day', () => {
    expect(limitationOf(['NL', 'NL'], day('2024-02-29')).on).toBe('2029-02-28');
    expect(limitationOf(['US', 'US'], day('2024-02-29')).on).toBe('2028-02-29');
  });

  it('from a country that nobody looked up is warned of after three years, and says that this is assumed', () => {
    const { on, period } = limitationOf(['JP', 'JP'], day('2023-03-15'));
    expect([on, period.source]).toEqual(['2026-03-15', 'assumed']);
  });

  it('is warned of half a year before its last day, and again a month before', () => {
    const expiry = limitationOf(['DE', 'DE'], day('2023-05-01'));
    expect(alertsDue(expiry, day('2026-07-03'))).toBe(0);
    expect(alertsDue(expiry, day('2026-07-04'))).toBe(1);
    expect(alertsDue(expiry, day('2026-11-30'))).toBe(1);
    expect(alertsDue(expiry, day('2026-12-01'))).toBe(2);
    expect(alertsDue(expiry, day('2027-06-01'))).toBe(2);
  });

  it('never ends before the shortest period there is', () => {
    const countries = fc.constantFrom(...Object.keys(limitationPeriods), 'JP');
    fc.assert(
      fc.property(countries, countries, fc.integer({ min: 0, max: 20_000 }), (ours, theirs, n) => {
        const due = addDays(day('2000-01-01'), n);
        const { on } = limitationOf([ours, theirs], due);
        expect(on >= addDays(due, shortestYears * 365)).toBe(true);
        const today = addDays(on, -180);
        expect(due <= latestDueToLookAt(today)).toBe(true);
      }),
    );
  });
});
