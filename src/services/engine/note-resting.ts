import { noteStandings } from '../../../db/queries/case/standing.ts';
import type { Scope } from '../scope.ts';
import type { JudgedTo } from './judged.ts';

/** Keeps on the case what the last decision said, for cards and lists. */
export async function noteResting({ tx }: Scope, resting: readonly JudgedTo<'rest'>[]): Promise<void> {
  if (resting.length === 0) return;
  await noteStandings(
    tx,
    resting.map(({ file, decision }) => ({
      caseId: file.facts.caseId,
      position: file.facts.customerPosition,
      resting: decision.because,
      next: decision.next,
    })),
  );
}
