/** The published rates that statutes refer to. */
export const seriesNames = ['ECB', 'Bundesbank', 'Bank of England'] as const;
export type SeriesName = (typeof seriesNames)[number];
