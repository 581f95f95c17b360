import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { type Calendar, isOpen } from '../../../src/core/calendar/business-days.ts';
import { dateIn, instantAt, timeIn } from '../../../src/core/calendar/zone.ts';
import { callingHours } from '../../../src/core/task/calling.ts';
import { nextDeadline } from '../../../src/core/task/deadline.ts';
import { isAtWork, type Presence } from '../../../src/core/task/presence.ts';

const berlin = { country: 'DE', zone: 'Europe/Berlin' };
const newYork = { country: 'US', zone: 'America/New_York' };
const singapore = { country: 'SG', zone: 'Asia/Singapore' };
const nineToFive = { from: '09:00', to: '17:00' };
const inBerlin: Presence = { calendar: berlin, hours: nineToFive, away: [] };
const inNewYork: Presence = { calendar: newYork, hours: nineToFive, away: [] };

function deadline(level: 'lead' | 'manager', taken: string): string {
  const [on = '', time = ''] = taken.split(' ');
  const found = nextDeadline(level, inBerlin, instantAt(berlin.zone, businessDate(on), time));
  return `${dateIn(berlin.zone, found)} ${timeIn(berlin.zone, found)}`;
}

describe('nextDeadline', () => {
  it.each([
    ['2026-11-03 08:00', '2026-11-03 17:00'],
    ['2026-11-03 13:00', '2026-11-03 17:00'],
    ['2026-11-03 13:01', '2026-11-04 12:00'],
    ['2026-11-03 16:00', '2026-11-04 12:00'],
    ['2026-11-03 16:01', '2026-11-04 17:00'],
    ['2026-11-06 16:00', '2026-11-09 12:00'],
    ['2026-11-07 11:00', '2026-11-09 17:00'],
  ])('gives a lead who takes over at %s until %s', (taken, until) => {
    expect(deadline('lead', taken)).toBe(until);
  });

  it('gives a manager until the evening of the next business day', () => {
    expect(deadline('manager', '2026-11-03 09:00')).toBe('2026-11-04 17:00');
    expect(deadline('manager', '2026-11-06 17:00')).toBe('2026-11-09 17:00');
  });

  it('counts in the hours that the person works', () => {
    const now = instantAt(berlin.zone, businessDate('2026-11-03'), '09:00');
    const until = (from: string, to: string): string =>
      timeIn(berlin.zone, nextDeadline('lead', { ...inBerlin, hours: { from, to } }, now));
    expect(until('07:00', '15:00')).toBe('15:00');
    expect(until('08:00', '12:00')).toBe('12:00');
    expect(until('13:00', '21:00')).toBe('21:00');
    const early = { ...inBerlin, hours: { from: '07:00', to: '15:00' } };
    expect(timeIn(berlin.zone, nextDeadline('manager', early, now))).toBe('15:00');
  });

  it('always leaves half a working day, and ends on a business day', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom('lead' as const, 'manager' as const), (now, level) => {
        const until = nextDeadline(level, inBerlin, now);
        expect(until.getTime() - now.getTime()).toBeGreaterThanOrEqual(4 * 3_600_000);
        expect(isOpen(berlin, dateIn(berlin.zone, until))).toBe(true);
      }),
    );
  });

  describe('for a call', () => {
    const until = (
      person: Presence,
      customer: Calendar,
      taken: string,
      level: 'lead' | 'manager' = 'lead',
    ) => {
      const [on = '', time = ''] = taken.split(' ');
      const now = instantAt(berlin.zone, businessDate(on), time);
      const found = nextDeadline(level, person, now, customer);
      return `${dateIn(berlin.zone, found)} ${timeIn(berlin.zone, found)}`;
    };

    it('ends while the customer can be called, not when the person goes home', () => {
      expect(until(inBerlin, berlin, '2026-11-03 08:00')).toBe('2026-11-03 16:00');
      expect(until(inBerlin, berlin, '2026-11-03 16:00')).toBe('2026-11-04 12:00');
      expect(until(inBerlin, berlin, '2026-11-03 16:00', 'manager')).toBe('2026-11-04 16:00');
    });

    it('is never at night for a customer whom somebody overseas calls', () => {
      // New York's nine o'clock is Berlin's fifteen.
      expect(until(inNewYork, berlin, '2026-11-03 16:00')).toBe('2026-11-04 16:00');
      expect(until(inNewYork, berlin, '2026-11-03 16:00', 'manager')).toBe('2026-11-04 16:00');
    });

    it('uses the early and late hours of offices that never meet at noon', () => {
      // Berlin's 09:00 to 11:00 is Singapore's 16:00 to 18:00.
      expect(until(inBerlin, singapore, '2026-11-03 16:00')).toBe('2026-11-04 11:00');
    });

    it('falls back on the person’s own hours where the two never meet', () => {
      const late: Presence = { ...inBerlin, hours: { from: '14:00', to: '18:00' } };
      expect(until(late, singapore, '2026-11-03 16:00')).toBe('2026-11-03 18:00');
    });

    it('passes over the customer’s holidays and the person’s absences', () => {
      // Epiphany is a holiday in Baden-Württemberg, not in Berlin.
      const stuttgart = { ...berlin, region: 'BW' };
      expect(until(inBerlin, stuttgart, '2026-01-05 16:00')).toBe('2026-01-07 12:00');
      const away = { from: businessDate('2026-11-04'), to: businessDate('2026-11-05') };
      expect(until({ ...inBerlin, away: [away] }, berlin, '2026-11-03 16:00')).toBe('2026-11-06 12:00');
    });

    it('lies in the hours of both wherever they meet, an hour of which is left', () => {
      const instants = fc.date({
        min: new Date('2026-01-01'),
        max: new Date('2027-12-31'),
        noInvalidDate: true,
      });
      const people = fc.constantFrom(inBerlin, inNewYork);
      const levels = fc.constantFrom('lead' as const, 'manager' as const);
      fc.assert(
        fc.property(instants, people, levels, (now, person, level) => {
          const found = nextDeadline(level, person, now, berlin);
          const before = new Date(found.getTime() - 1);
          expect(isAtWork(person, before)).toBe(true);
          expect(isAtWork({ calendar: berlin, hours: callingHours, away: [] }, before)).toBe(true);
          expect(found.getTime() - now.getTime()).toBeGreaterThanOrEqual(3_600_000);
        }),
      );
    });
  });
});
