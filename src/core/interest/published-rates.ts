import type { SeriesName } from './series.ts';

/** A published series: what it was when it changed, and the last half-year that was verified. */
export interface PublishedSeries {
  /** The official publication. */
  readonly source: string;
  /** The last half-year that is known; what comes after it is missing until somebody adds it. */
  readonly lastKnown: string;
  /** The half-year from which a rate held, and the rate in per cent with two decimals; the oldest first. */
  readonly changes: readonly (readonly [validFrom: string, percent: string])[];
}

/**
 * Reference rates by half-year, as they matter for late interest. Verified in 2026 for the half-years up to
 * 1 January 2026; later ones are added in the workspace (`/team rate …`).
 */
export const publishedRates: Readonly<Record<SeriesName, PublishedSeries>> = {
  /**
   * The fixed rate of main refinancing operations on 1 January and 1 July. It begins in 2009: from June 2000 to
   * October 2008 the operations were variable-rate tenders, and the directive that refers to this series applies to
   * contracts from 16 March 2013.
   */
  ECB: {
    source: 'European Central Bank, Key ECB interest rates',
    lastKnown: '2026-01-01',
    changes: [
      ['2009-01-01', '2.50'],
      ['2009-07-01', '1.00'],
      ['2011-07-01', '1.25'],
      ['2012-01-01', '1.00'],
      ['2013-01-01', '0.75'],
      ['2013-07-01', '0.50'],
      ['2014-01-01', '0.25'],
      ['2014-07-01', '0.15'],
      ['2015-01-01', '0.05'],
      ['2016-07-01', '0.00'],
      ['2023-01-01', '2.50'],
      ['2023-07-01', '4.00'],
      ['2024-01-01', '4.50'],
      ['2024-07-01', '4.25'],
      ['2025-01-01', '3.15'],
      ['2025-07-01', '2.15'],
    ],
  },
  /** § 247 BGB: fixed on 1 January and 1 July, published in the Bundesanzeiger. */
  Bundesbank: {
    source: 'Deutsche Bundesbank, Basiszinssatz nach § 247 BGB',
    lastKnown: '2026-01-01',
    changes: [
      ['2002-01-01', '2.57'],
      ['2002-07-01', '2.47'],
      ['2003-01-01', '1.97'],
      ['2003-07-01', '1.22'],
      ['2004-01-01', '1.14'],
      ['2004-07-01', '1.13'],
      ['2005-01-01', '1.21'],
      ['2005-07-01', '1.17'],
      ['2006-01-01', '1.37'],
      ['2006-07-01', '1.95'],
      ['2007-01-01', '2.70'],
      ['2007-07-01', '3.19'],
      ['2008-01-01', '3.32'],
      ['2008-07-01', '3.19'],
      ['2009-01-01', '1.62'],
      ['2009-07-01', '0.12'],
      ['2011-07-01', '0.37'],
      ['2012-01-01', '0.12'],
      ['2013-01-01', '-0.13'],
      ['2013-07-01', '-0.38'],
      ['2014-01-01', '-0.63'],
      ['2014-07-01', '-0.73'],
      ['2015-01-01', '-0.83'],
      ['2016-07-01', '-0.88'],
      ['2023-01-01', '1.62'],
      ['2023-07-01', '3.12'],
      ['2024-01-01', '3.62'],
      ['2024-07-01', '3.37'],
      ['2025-01-01', '2.27'],
      ['2025-07-01', '1.27'],
    ],
  },
  /** Bank Rate on the 31 December or 30 June before the half-year: Late Payment (Rate of Interest) (No. 3) Order 2002. */
  'Bank of England': {
    source: 'Bank of England, Official Bank Rate history',
    lastKnown: '2026-01-01',
    changes: [
      ['2002-07-01', '4.00'],
      ['2003-07-01', '3.75'],
      ['2004-07-01', '4.50'],
      ['2005-01-01', '4.75'],
      ['2006-01-01', '4.50'],
      ['2007-01-01', '5.00'],
      ['2007-07-01', '5.50'],
      ['2008-07-01', '5.00'],
      ['2009-01-01', '2.00'],
      ['2009-07-01', '0.50'],
      ['2017-01-01', '0.25'],
      ['2018-01-01', '0.50'],
      ['2019-01-01', '0.75'],
      ['2020-07-01', '0.10'],
      ['2022-01-01', '0.25'],
      ['2022-07-01', '1.25'],
      ['2023-01-01', '3.50'],
      ['2023-07-01', '5.00'],
      ['2024-01-01', '5.25'],
      ['2025-01-01', '4.75'],
      ['2025-07-01', '4.25'],
      ['2026-01-01', '3.75'],
    ],
  },
};
