import { lostRoutines } from '../../../db/queries/auditor/routines.ts';
import { planRoutines } from '../routine/plan.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** Digests and morning lists that did not come, and those that nobody planned, which are planned now. */
export async function routinesLost(scope: Scope): Promise<readonly Found[]> {
  const lost = await lostRoutines(scope.tx, hoursAgo(scope));
  if (lost.some(({ dueSince }) => dueSince === undefined)) await planRoutines(scope);
  return lost.map(({ key, memberId, dueSince }) => ({
    check: 'routine',
    subject: key,
    ...(dueSince === undefined ? {} : { since: dueSince }),
    facts: { member: memberId ?? null, planned: dueSince !== undefined },
  }));
}
