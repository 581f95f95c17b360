import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';

const friday = businessDate('2026-11-27');
const today = businessDate('2026-11-22');

describe('a written day', () => {
  it('leaves the year out when it is this one', () => {
    expect(formatDate(friday, { today })).toBe('Fri 27 Nov');
    expect(formatDate(businessDate('2027-01-04'), { today })).toBe('Mon 4 Jan 2027');
    expect(formatDate(friday)).toBe('Fri 27 Nov 2026');
  });

  it('is the same English everywhere', () => {
    expect(formatDate(friday, { today, locale: 'en-US' })).toBe('Fri 27 Nov');
    expect(formatDate(friday, { today, locale: 'en-GB' })).toBe('Fri 27 Nov');
  });

  it('speaks the languages of the customers', () => {
    expect(formatDate(friday, { today, locale: 'de' })).toBe('Fr., 27. Nov.');
    expect(formatDate(friday, { today, locale: 'fr' })).toBe('ven. 27 nov.');
    expect(formatDate(friday, { today, locale: 'it' })).toBe('ven 27 nov');
    expect(formatDate(friday, { today, locale: 'es' })).toBe('vie, 27 nov');
  });
});
