import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type BusinessDate,
  businessDate,
  daysBetween,
} from '../../../src/core/calendar/business-date.ts';
import {
  addBusinessDays,
  businessDaysBetween,
  effectiveDueDate,
  isOpen,
  nextOpen,
  previousOpen,
} from '../../../src/core/calendar/business-days.ts';
import { berlin, calendars, days, newYork, riyadh } from './arbitraries.ts';

const steps = fc.integer({ min: -60, max: 60 });
const on = (text: string): BusinessDate => businessDate(text);

describe('open days', () => {
  it('move a due date from a closed day to the next open one', () => {
    expect(effectiveDueDate(berlin, on('2026-11-28'))).toBe('2026-11-30');
    expect(effectiveDueDate(berlin, on('2026-12-25'))).toBe('2026-12-28');
    expect(effectiveDueDate(newYork, on('2026-12-25'))).toBe('2026-12-28');
    expect(effectiveDueDate(riyadh, on('2026-11-27'))).toBe('2026-11-29');
    expect(effectiveDueDate(berlin, on('2026-11-27'))).toBe('2026-11-27');
  });

  it('are found in both directions, nearest first', () => {
    fc.assert(
      fc.property(calendars, days, (cal, day) => {
        const [before, after] = [previousOpen(cal, day), nextOpen(cal, day)];
        expect(isOpen(cal, before) && isOpen(cal, after)).toBe(true);
        expect(before <= day && day <= after).toBe(true);
        expect(before === day).toBe(isOpen(cal, day));
        expect(after === day).toBe(isOpen(cal, day));
        for (let d = addDays(before, 1); d < after; d = addDays(d, 1)) {
          expect(d === day || !isOpen(cal, d)).toBe(true);
        }
      }),
    );
  });

  it('are never more than ten days apart', () => {
    fc.assert(
      fc.property(calendars, days, (cal, day) => {
        expect(daysBetween(day, nextOpen(cal, day))).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('adding business days', () => {
  it('skips weekends and holidays', () => {
    expect(addBusinessDays(berlin, on('2026-11-27'), 1)).toBe('2026-11-30');
    expect(addBusinessDays(berlin, on('2026-12-23'), 2)).toBe('2026-12-28');
    expect(addBusinessDays(berlin, on('2026-12-28'), -2)).toBe('2026-12-23');
    expect(addBusinessDays(newYork, on('2026-11-25'), 1)).toBe('2026-11-27');
  });

  it('takes a closed day for the next open one', () => {
    expect(addBusinessDays(berlin, on('2026-11-28'), 0)).toBe('2026-11-30');
    expect(addBusinessDays(berlin, on('2026-11-28'), 1)).toBe('2026-12-01');
    expect(addBusinessDays(berlin, on('2026-11-28'), -1)).toBe('2026-11-27');
  });

  it('lands on open days', () => {
    fc.assert(
      fc.property(calendars, days, steps, (cal, day, n) => {
        expect(isOpen(cal, addBusinessDays(cal, day, n))).toBe(true);
      }),
    );
  });

  it('keeps the order of days, and of steps', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat(40), steps, (cal, day, later, n) => {
        expect(addBusinessDays(cal, day, n) <= addBusinessDays(cal, addDays(day, later), n)).toBe(true);
        expect(addBusinessDays(cal, day, n) < addBusinessDays(cal, day, n + 1)).toBe(true);
      }),
    );
  });

  it('adds up, and is undone by its negative', () => {
    fc.assert(
      fc.property(calendars, days, steps, steps, (cal, day, n, m) => {
        const there = addBusinessDays(cal, day, n);
        expect(addBusinessDays(cal, there, m)).toBe(addBusinessDays(cal, day, n + m));
        expect(addBusinessDays(cal, there, -n)).toBe(nextOpen(cal, day));
      }),
    );
  });

  it('is measured by the business days between', () => {
    fc.assert(
      fc.property(calendars, days, steps, (cal, day, n) => {
        expect(businessDaysBetween(cal, day, addBusinessDays(cal, day, n))).toBe(n);
      }),
    );
  });
});

describe('business days between', () => {
  it('count a week as five, over New Year too', () => {
    expect(businessDaysBetween(berlin, on('2026-11-23'), on('2026-11-30'))).toBe(5);
    expect(businessDaysBetween(berlin, on('2026-12-30'), on('2027-01-04'))).toBe(2);
    expect(businessDaysBetween(berlin, on('2026-11-30'), on('2026-11-23'))).toBe(-5);
    expect(businessDaysBetween(berlin, on('2026-11-29'), on('2026-11-28'))).toBe(0);
  });

  it('lead from any day to the other, or the open day after it', () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: -900, max: 900 }), (cal, a, n) => {
        const b = addDays(a, n);
        expect(addBusinessDays(cal, a, businessDaysBetween(cal, a, b))).toBe(nextOpen(cal, b));
      }),
    );
  });

  it('turn their sign with their direction', () => {
    fc.assert(
      fc.property(calendars, days, days, (cal, a, b) => {
        expect(businessDaysBetween(cal, a, b) + businessDaysBetween(cal, b, a)).toBe(0);
      }),
    );
  });
});
