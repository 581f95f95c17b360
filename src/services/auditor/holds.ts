import { wrongHolds } from '../../../db/queries/auditor/rests.ts';
import type { Bench, Found } from './found.ts';

/** Holds that keep somebody from what they paid for, or were lifted against a promise that is over. */
export async function holdsNotSettled({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const holds = await wrongHolds(scope.tx, caseIds);
  return holds.map(({ id, caseId, kind, why }) => ({
    check: 'hold',
    subject: String(id),
    caseId,
    facts: { hold: kind, why },
    mends: true,
  }));
}
