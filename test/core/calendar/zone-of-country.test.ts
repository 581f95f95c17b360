import { describe, expect, it } from 'vitest';
import { zoneOfCountry } from '../../../src/core/calendar/zone-of-country.ts';

describe('the time zone of a country', () => {
  it.each([
    ['GB', 'Europe/London'],
    ['LV', 'Europe/Riga'],
    ['DE', 'Europe/Berlin'],
  ])('is known of %s, which has one', (country, zone) => {
    expect(zoneOfCountry(country)).toBe(zone);
  });

  it.each(['US', 'ES', 'CA', 'ZZ'])('is not guessed of %s', (country) => {
    expect(zoneOfCountry(country)).toBeUndefined();
  });
});
