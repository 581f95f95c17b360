/** The published rates that statutes refer to. */
export const seriesNames = ['ECB', 'Bundesbank', 'Bank of England'] as const;
export type SeriesName = (typeof seriesNames)[number];

/** What each series is called by those who publish it. */
export const seriesTitles: Readonly<Record<SeriesName, string>> = {
  ECB: 'ECB main refinancing rate',
  Bundesbank: 'Bundesbank base rate (Basiszinssatz)',
  'Bank of England': 'Bank of England Bank Rate',
};
