import fc from 'fast-check';
import { dayFromNow, now } from '../described.ts';

/** A day between so many days from today. */
export const day = (min: number, max: number) => fc.integer({ min, max }).map(dayFromNow);

/** A moment between so many hours from now. */
export const instant = (minHours: number, maxHours: number) =>
  fc
    .integer({ min: minHours * 60, max: maxHours * 60 })
    .map((minutes) => new Date(now.getTime() + minutes * 60_000));

export const seldom = fc.integer({ min: 0, max: 9 }).map((n) => n === 9);
export const few = <T>(of: fc.Arbitrary<T>, maxLength = 2) => fc.array(of, { maxLength });
