import type { Collection } from '../../../src/services/report/collection.ts';

/** "DSO 41 days, best possible 28, 13 days late on average · CEI 78 % · last 90 days". */
export function collectionLine({ days, outstanding, effectiveness }: Collection): string {
  return [
    ...(outstanding === undefined
      ? []
      : [
          `DSO ${outstanding.dso} days, best possible ${outstanding.bestPossible}, ${outstanding.add} days delinquent on average`,
        ]),
    ...(effectiveness === undefined ? [] : [`CEI ${effectiveness} %`]),
    `last ${days} days`,
  ].join(' · ');
}
