import type { FullStopRow } from '../../../db/schema/index.ts';

export type StopKind = FullStopRow['kind'];

/** What people can say; a hand-over is approved instead. */
export const spokenKinds = ['insolvency', 'lawyer', 'do not contact'] as const satisfies readonly StopKind[];
export type SpokenKind = (typeof spokenKinds)[number];

/** What cards and lists say of a customer whom nobody presses. */
export const stopWords: Readonly<Record<StopKind, string>> = {
  insolvency: 'insolvent',
  lawyer: 'a lawyer acts for them',
  'do not contact': 'they asked not to be contacted',
  'handed over': 'handed over to legal',
};
