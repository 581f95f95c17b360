import type { Collection } from '../../../src/services/report/collection.ts';

/** "DSO 41 days (43 counted back), best possible 28, so 13 days late on average · CEI 78 % · last 90 days". */
export function collectionLine({ days, outstanding, countBack, effectiveness }: Collection): string {
  return [
    ...(outstanding === undefined ? [] : [dso(outstanding, countBack)]),
    ...(effectiveness === undefined ? [] : [`CEI ${effectiveness} %`]),
    `last ${days} days`,
  ].join(' · ');
}

function dso(
  { dso: plain, bestPossible, add }: NonNullable<Collection['outstanding']>,
  countBack: number | undefined,
): string {
  const counted = countBack === undefined ? '' : ` (${countBack} counted back)`;
  return `DSO ${plain} days${counted}, best possible ${bestPossible}, so ${add} days late on average`;
}
