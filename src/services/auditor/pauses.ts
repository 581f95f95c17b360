import { endsOfPauses } from '../../../db/queries/pause/find.ts';
import type { Bench, Found } from './found.ts';

/** Pauses that are over and did not end. */
export async function pausesNotEnded({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const ends = await endsOfPauses(scope.tx, caseIds);
  return ends
    .filter(({ endsAt }) => endsAt <= scope.now)
    .map(({ id, caseId, endsAt }) => ({
      check: 'pause',
      subject: String(id),
      caseId,
      since: endsAt,
      facts: {},
      mends: true,
    }));
}
