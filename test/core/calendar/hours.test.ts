import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { isOpen } from '../../../src/core/calendar/business-days.ts';
import { isWithin, nextOpenInstant, overlap, windowOn } from '../../../src/core/calendar/hours.ts';
import { dateIn, instantAt, timeIn } from '../../../src/core/calendar/zone.ts';
import { DomainError } from '../../../src/core/error.ts';
import { berlin, calendars, newYork, tokyo } from './arbitraries.ts';

const office = { from: '09:00', to: '17:00' };
const instants = fc.date({
  min: new Date('1990-01-01T00:00Z'),
  max: new Date('2060-01-01T00:00Z'),
  noInvalidDate: true,
});
const berlinAt = (date: string, time: string): Date => instantAt('Europe/Berlin', businessDate(date), time);

describe('hours of an open day', () => {
  it('begin with their first minute and end before their last', () => {
    expect(isWithin(berlin, office, berlinAt('2026-11-27', '08:59'))).toBe(false);
    expect(isWithin(berlin, office, berlinAt('2026-11-27', '09:00'))).toBe(true);
    expect(isWithin(berlin, office, berlinAt('2026-11-27', '16:59'))).toBe(true);
    expect(isWithin(berlin, office, berlinAt('2026-11-27', '17:00'))).toBe(false);
  });

  it('do not exist on closed days', () => {
    expect(isWithin(berlin, office, berlinAt('2026-11-28', '12:00'))).toBe(false);
    expect(isWithin(berlin, office, berlinAt('2026-12-25', '12:00'))).toBe(false);
  });

  it('agree with the clock on the wall', () => {
    fc.assert(
      fc.property(calendars, instants, (cal, instant) => {
        const time = timeIn(cal.zone, instant);
        const inside = isOpen(cal, dateIn(cal.zone, instant)) && time >= office.from && time < office.to;
        expect(isWithin(cal, office, instant)).toBe(inside);
      }),
    );
  });

  it('follow the clocks through a change', () => {
    const window = windowOn(berlin, businessDate('2026-03-29'), { from: '00:00', to: '23:59' });
    expect(window.to.getTime() - window.from.getTime()).toBe((22 * 60 + 59) * 60_000);
  });

  it('are refused when they end before they begin', () => {
    const night = { from: '22:00', to: '06:00' };
    expect(() => windowOn(berlin, businessDate('2026-11-27'), night)).toThrow(
      new DomainError('invalid', 'Hours from 22:00 to 06:00 are empty: let them end later the same day.'),
    );
    expect(() => windowOn(berlin, businessDate('2026-11-27'), { from: '9:00', to: '17:00' })).toThrow(
      /"9:00"/,
    );
  });
});

describe('the next open instant', () => {
  it.each([
    ['2026-11-27', '12:00', '2026-11-27', '12:00'],
    ['2026-11-27', '07:00', '2026-11-27', '09:00'],
    ['2026-11-27', '17:00', '2026-11-30', '09:00'],
    ['2026-11-28', '12:00', '2026-11-30', '09:00'],
    ['2026-12-24', '18:00', '2026-12-28', '09:00'],
  ])('from %s %s is %s %s', (date, time, openDate, openTime) => {
    expect(nextOpenInstant(berlin, office, berlinAt(date, time))).toEqual(berlinAt(openDate, openTime));
  });

  it('is within the hours, not earlier, and itself from there on', () => {
    fc.assert(
      fc.property(calendars, instants, (cal, instant) => {
        const open = nextOpenInstant(cal, office, instant);
        expect(open >= instant).toBe(true);
        expect(isWithin(cal, office, open)).toBe(true);
        expect(isWithin(cal, office, instant)).toBe(open.getTime() === instant.getTime());
        expect(nextOpenInstant(cal, office, open)).toEqual(open);
      }),
    );
  });

  it('leaves no open moment out', () => {
    fc.assert(
      fc.property(calendars, instants, fc.double({ min: 0, max: 1, noNaN: true }), (cal, instant, part) => {
        const gap = nextOpenInstant(cal, office, instant).getTime() - instant.getTime();
        const between = new Date(instant.getTime() + Math.floor(gap * part));
        fc.pre(part < 1 && gap > 0);
        expect(isWithin(cal, office, between)).toBe(false);
      }),
    );
  });

  it('passes over hours that the clocks jump over', () => {
    const night = { from: '02:10', to: '02:50' };
    const workingSundays = { country: 'IL', zone: 'Europe/Berlin' };
    const sundayOfTheChange = berlinAt('2026-03-29', '00:00');
    expect(isOpen(workingSundays, businessDate('2026-03-29'))).toBe(true);
    expect(nextOpenInstant(workingSundays, night, sundayOfTheChange)).toEqual(
      berlinAt('2026-03-30', '02:10'),
    );
  });
});

describe('overlapping hours', () => {
  const date = businessDate('2026-11-27');

  it('are what both share', () => {
    const shared = overlap(windowOn(berlin, date, office), windowOn(newYork, date, office));
    expect(shared).toEqual({
      from: instantAt('America/New_York', date, '09:00'),
      to: berlinAt('2026-11-27', '17:00'),
    });
  });

  it('are none when one ends before, or as, the other begins', () => {
    expect(overlap(windowOn(tokyo, date, office), windowOn(newYork, date, office))).toBeUndefined();
    const morning = windowOn(berlin, date, { from: '08:00', to: '12:00' });
    const afternoon = windowOn(berlin, date, { from: '12:00', to: '17:00' });
    expect(overlap(morning, afternoon)).toBeUndefined();
  });

  it('do not depend on who is asked first', () => {
    const window = fc
      .tuple(instants, fc.nat(10 ** 9))
      .map(([from, length]) => ({ from, to: new Date(from.getTime() + length) }));
    fc.assert(
      fc.property(window, window, (a, b) => {
        expect(overlap(a, b)).toEqual(overlap(b, a));
        expect(overlap(a, a)).toEqual(a.from < a.to ? a : undefined);
      }),
    );
  });
});
