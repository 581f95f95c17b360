import type { Decision } from '../../core/dunning/decision.ts';
import type { CaseFile } from '../case/file.ts';
import { startOfNextOpenDay } from '../engine/admit.ts';
import { nextMoments } from '../engine/wake-times.ts';
import type { Scope } from '../scope.ts';
import type { Bench, Found } from './found.ts';

/** Cases that nobody would look at before something is due: facts changed, and the wake index was not told. */
export async function lateWakes(bench: Bench): Promise<readonly Found[]> {
  const { scope, caseIds, files, decisions, wakeAt } = bench;
  const ladder = files.flatMap((file) => {
    const moment = momentOf(scope, file, decisions.get(file.facts.caseId));
    return moment === undefined ? [] : [[file.facts.caseId, moment] as const];
  });
  const moments = await nextMoments(scope, caseIds, new Map(ladder));
  return caseIds.flatMap((caseId) => {
    const due = moments.get(caseId);
    const planned = wakeAt.get(caseId);
    if (due === undefined || (planned !== undefined && planned <= due)) return [];
    return [
      {
        check: 'late wake',
        subject: String(caseId),
        caseId,
        facts: { due: due.toISOString(), planned: planned?.toISOString() ?? null },
        mends: true,
      },
    ];
  });
}

/** A first contact may have been put off to the next day by the cap on a day's new calls. */
function momentOf(scope: Scope, file: CaseFile, decision: Decision | undefined): Date | undefined {
  if (decision === undefined) return undefined;
  if (decision.kind === 'rest') return decision.until;
  return file.started ? scope.now : startOfNextOpenDay(scope, file.facts);
}
