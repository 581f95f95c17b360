import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { isOpen } from '../../../src/core/calendar/business-days.ts';
import { dateIn, instantAt, timeIn } from '../../../src/core/calendar/zone.ts';
import { nextDeadline } from '../../../src/core/task/deadline.ts';

const berlin = { country: 'DE', zone: 'Europe/Berlin' };

function deadline(level: 'lead' | 'manager', taken: string): string {
  const [on = '', time = ''] = taken.split(' ');
  const found = nextDeadline(level, berlin, instantAt(berlin.zone, businessDate(on), time));
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
      timeIn(berlin.zone, nextDeadline('lead', berlin, now, { from, to }));
    expect(until('07:00', '15:00')).toBe('15:00');
    expect(until('08:00', '12:00')).toBe('12:00');
    expect(until('13:00', '21:00')).toBe('21:00');
    expect(timeIn(berlin.zone, nextDeadline('manager', berlin, now, { from: '07:00', to: '15:00' }))).toBe(
      '15:00',
    );
  });

  it('always leaves half a working day, and ends on a business day', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom('lead' as const, 'manager' as const), (now, level) => {
        const until = nextDeadline(level, berlin, now);
        expect(until.getTime() - now.getTime()).toBeGreaterThanOrEqual(4 * 3_600_000);
        expect(isOpen(berlin, dateIn(berlin.zone, until))).toBe(true);
      }),
    );
  });
});
