/** How long the claim for a price can be brought to court, and from when that is counted. */
export interface LimitationPeriod {
  readonly years: number;
  /** The day on which the invoice was due, or the end of the calendar year in which it was. */
  readonly from: 'due date' | 'end of year';
  /** The provision that says so. */
  readonly source: string;
}

/**
 * Ordinary periods for the price of goods and services between businesses, by ISO 3166-1 country. Where a code knows
 * several, the shortest that can apply. They are for a warning, not for advice: negotiations, part payments and
 * court orders move the day, and what is certain is said by a lawyer.
 */
export const limitationPeriods: Readonly<Record<string, LimitationPeriod>> = {
  AT: { years: 3, from: 'due date', source: 'ABGB § 1486' },
  BE: { years: 10, from: 'due date', source: 'ancien Code civil art. 2262bis' },
  CH: { years: 5, from: 'due date', source: 'OR art. 128' },
  CZ: { years: 3, from: 'due date', source: 'občanský zákoník § 629' },
  DE: { years: 3, from: 'end of year', source: 'BGB §§ 195, 199' },
  DK: { years: 3, from: 'due date', source: 'forældelsesloven § 3' },
  EE: { years: 3, from: 'due date', source: 'TsÜS § 146' },
  ES: { years: 5, from: 'due date', source: 'Código civil art. 1964' },
  FI: { years: 3, from: 'due date', source: 'laki velan vanhentumisesta § 4' },
  FR: { years: 5, from: 'due date', source: 'Code de commerce art. L110-4' },
  GB: { years: 6, from: 'due date', source: 'Limitation Act 1980 s. 5' },
  IE: { years: 6, from: 'due date', source: 'Statute of Limitations 1957 s. 11' },
  IT: { years: 10, from: 'due date', source: 'Codice civile art. 2946' },
  LU: { years: 10, from: 'due date', source: 'Code de commerce art. 189' },
  LV: { years: 3, from: 'due date', source: 'Komerclikums 406. pants' },
  NL: { years: 5, from: 'due date', source: 'BW 3:307' },
  NO: { years: 3, from: 'due date', source: 'foreldelsesloven § 2' },
  PL: { years: 2, from: 'end of year', source: 'Kodeks cywilny art. 118, 554' },
  SE: { years: 10, from: 'due date', source: 'preskriptionslagen § 2' },
  US: { years: 4, from: 'due date', source: 'UCC § 2-725' },
};

/** For countries that are not listed: short enough to look the right one up in time. */
export const assumedPeriod: LimitationPeriod = { years: 3, from: 'due date', source: 'assumed' };

/** No period is shorter, so that what is due later need not be looked at. */
export const shortestYears = Math.min(
  assumedPeriod.years,
  ...Object.values(limitationPeriods).map(({ years }) => years),
);
