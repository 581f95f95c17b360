import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn, instantAt, timeIn } from '../../../src/core/calendar/zone.ts';
import { DomainError } from '../../../src/core/error.ts';
import { days, times } from './arbitraries.ts';

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
);
const instants = fc.date({
  min: new Date('1990-01-01T00:00Z'),
  max: new Date('2060-01-01T00:00Z'),
  noInvalidDate: true,
});
const at = (zone: string, date: string, time: string): string =>
  instantAt(zone, businessDate(date), time).toISOString();

describe('the day and time in a zone', () => {
  it('are what clocks there show', () => {
    const instant = new Date('2026-11-27T23:30:00Z');
    expect(dateIn('Europe/Berlin', instant)).toBe('2026-11-28');
    expect(timeIn('Europe/Berlin', instant)).toBe('00:30');
    expect(dateIn('America/New_York', instant)).toBe('2026-11-27');
    expect(timeIn('Asia/Kathmandu', instant)).toBe('05:15');
  });

  it('agree with the language itself', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        expect(`${dateIn(zone, instant)} ${timeIn(zone, instant)}`).toBe(shown.format(instant));
      }),
    );
  });
});

describe('the instant of a time on the wall', () => {
  it('is found in winter and in summer', () => {
    expect(at('Europe/Berlin', '2026-11-27', '09:00')).toBe('2026-11-27T08:00:00.000Z');
    expect(at('Europe/Berlin', '2026-07-01', '09:00')).toBe('2026-07-01T07:00:00.000Z');
    expect(at('Pacific/Kiritimati', '2026-11-27', '09:00')).toBe('2026-11-26T19:00:00.000Z');
  });

  it('is the moment of the jump when clocks jump over it', () => {
    expect(at('Europe/Berlin', '2026-03-29', '02:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('Europe/Berlin', '2026-03-29', '02:59')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('Australia/Lord_Howe', '2026-10-04', '02:15')).toBe('2026-10-03T15:30:00.000Z');
    expect(at('Africa/Cairo', '2026-04-24', '00:30')).toBe('2026-04-23T22:00:00.000Z');
    expect(at('Pacific/Apia', '2011-12-30', '12:00')).toBe('2011-12-30T10:00:00.000Z');
  });

  it('is the first of two when clocks show it twice', () => {
    expect(at('Europe/Berlin', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('America/New_York', '2026-11-01', '01:30')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('shows its day and time again, unless clocks jumped over it', () => {
    fc.assert(
      fc.property(zones, days, times, (zone, date, time) => {
        const instant = instantAt(zone, date, time);
        expect(dateIn(zone, instant)).toBe(date);
        const shown = timeIn(zone, instant);
        expect(shown >= time).toBe(true);
        const jumped = timeIn(zone, new Date(instant.getTime() - 1)) < time;
        expect(shown === time || jumped).toBe(true);
      }),
    );
  });

  it('comes no earlier for a later time', () => {
    fc.assert(
      fc.property(zones, days, times, times, (zone, date, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(instantAt(zone, date, early) <= instantAt(zone, date, late)).toBe(true);
        expect(instantAt(zone, date, late) < instantAt(zone, addDays(date, 1), early)).toBe(true);
      }),
    );
  });
});

describe('a wrong zone or time', () => {
  it.each(['Mars/Olympus', '', 'Berlin', 'Foo+02:00'])('is refused by name: %j', (zone) => {
    expect(() => dateIn(zone, new Date(0))).toThrow(
      new DomainError(
        'invalid',
        `"${zone}" is not a time zone. Write its IANA name, for example Europe/Berlin.`,
      ),
    );
  });

  it.each(['9:00', '24:00', '09:60', 'noon', ''])('is refused by name: %j', (time) => {
    expect(() => instantAt('UTC', businessDate('2026-11-27'), time)).toThrow(
      new DomainError(
        'invalid',
        `"${time}" is not a time of day. Write hours and minutes, for example 09:30.`,
      ),
    );
  });
});
