import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { instantAt } from '../../../src/core/calendar/zone.ts';
import { backOn, canWorkIn, type Presence } from '../../../src/core/task/presence.ts';

const rita: Presence = {
  calendar: { country: 'DE', zone: 'Europe/Berlin' },
  hours: { from: '09:00', to: '17:00' },
  away: [{ from: businessDate('2026-11-25'), to: businessDate('2026-11-26') }],
};

/** A task's time of one day, or until another, by the wall of a zone. */
function time(zone: string, day: string, from: string, to: string, last = day) {
  return { from: instantAt(zone, businessDate(day), from), to: instantAt(zone, businessDate(last), to) };
}

describe('canWorkIn', () => {
  it.each([
    ['their own day', 'Europe/Berlin', '2026-11-24', true],
    ['a day on which they are away', 'Europe/Berlin', '2026-11-25', false],
    ['a Sunday', 'Europe/Berlin', '2026-11-29', false],
    ['a holiday of theirs that is none of the customer’s', 'Europe/Berlin', '2026-12-25', false],
    ['a morning on the other coast that ends in their evening', 'America/New_York', '2026-11-24', true],
    ['a day that is their night', 'Asia/Tokyo', '2026-11-24', false],
  ])('on %s', (_day, zone, day, works) => {
    expect(canWorkIn(rita, time(zone, day, '10:00', '16:00'))).toBe(works);
  });

  it('when only part of the time is lost', () => {
    expect(canWorkIn(rita, time('Europe/Berlin', '2026-11-25', '09:00', '12:00', '2026-11-27'))).toBe(true);
    expect(canWorkIn(rita, time('Europe/Berlin', '2026-11-24', '16:50', '17:00', '2026-11-26'))).toBe(false);
  });

  it('whenever their hours hold the whole of a short task', () => {
    const minutes = fc.integer({ min: 1, max: 29 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 450 }), (length, start) => {
        const from = new Date(
          instantAt('Europe/Berlin', businessDate('2026-11-24'), '09:00').getTime() + start * 60_000,
        );
        expect(canWorkIn(rita, { from, to: new Date(from.getTime() + length * 60_000) })).toBe(true);
      }),
    );
  });
});

describe('backOn', () => {
  it('is the first day after on which they work', () => {
    expect(backOn(rita, businessDate('2026-11-26'))).toBe('2026-11-27');
    expect(backOn(rita, businessDate('2026-11-24'))).toBe('2026-11-27');
    expect(backOn(rita, businessDate('2026-11-27'))).toBe('2026-11-30');
  });

  it('is later, and worked, whatever the absences', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), fc.integer({ min: 0, max: 30 }), (rows, offset) => {
        const first = businessDate('2026-11-02');
        const away = rows.map(([from, days]) => ({
          from: addDays(first, from),
          to: addDays(first, from + days),
        }));
        const after = addDays(first, offset);
        const back = backOn({ ...rita, away }, after);
        expect(back > after).toBe(true);
        expect(away.some(({ from, to }) => from <= back && back <= to)).toBe(false);
      }),
    );
  });
});
