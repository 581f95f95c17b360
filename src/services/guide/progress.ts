import { progressOf } from '../../../db/queries/guide/progress.ts';
import type { Scope } from '../scope.ts';

/** What the first half hour shows, in the order in which it can be done. */
export const guideSteps = ['owned', 'called', 'promised', 'missed', 'paid', 'written', 'approved'] as const;

export type GuideStep = (typeof guideSteps)[number];

/** Which steps somebody of the team has done; the ledger tells, so that nobody has to tick anything off. */
export async function guideProgress({ tx }: Scope): Promise<ReadonlySet<GuideStep>> {
  const row = await progressOf(tx);
  return new Set(guideSteps.filter((step) => row[step]));
}
