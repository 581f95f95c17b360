import Holidays from 'date-holidays';

/** Reading a country's rules takes a while, and a file names the same few countries in every row. */
const known = new Map<string, string | undefined>();

/** The time zone of a country that has just one; nothing for one with several (US, ES) or one that is not known. */
export function zoneOfCountry(country: string): string | undefined {
  if (!known.has(country)) known.set(country, soleZone(country));
  return known.get(country);
}

function soleZone(country: string): string | undefined {
  const [only, second] = new Holidays(country).getTimezones() ?? [];
  return second === undefined ? only : undefined;
}
