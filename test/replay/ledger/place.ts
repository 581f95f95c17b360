/** Where the desk is. */
export interface Place {
  readonly country: string;
  readonly zone: string;
  readonly dateOrder: 'DMY' | 'MDY';
}

export const america: Place = { country: 'US', zone: 'America/New_York', dateOrder: 'MDY' };
export const germany: Place = { country: 'DE', zone: 'Europe/Berlin', dateOrder: 'DMY' };

/** The time of a country's capital, but for the United States its eastern one. */
const zones: Readonly<Record<string, string>> = {
  US: 'America/New_York',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IT: 'Europe/Rome',
  LV: 'Europe/Riga',
  CH: 'Europe/Zurich',
  ES: 'Europe/Madrid',
};

export function zoneOf(country: string): string {
  const zone = zones[country];
  if (zone === undefined) throw new Error(`${country}: the replay does not know its time`);
  return zone;
}
