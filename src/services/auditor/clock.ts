import { latestDeed } from '../../../db/queries/auditor/clock.ts';
import type { Scope } from '../scope.ts';
import type { Found } from './found.ts';

/** Two processes of which one is a little fast are no news. */
const toleratedMilliseconds = 300_000;

/** The clock stands before what was already done, so that all that is due waits for it to catch up. */
export async function clockWentBack({ tx, now }: Scope): Promise<readonly Found[]> {
  const latest = await latestDeed(tx);
  if (latest === undefined || latest.getTime() - now.getTime() <= toleratedMilliseconds) return [];
  return [{ check: 'clock', subject: 'business clock', facts: { latest: latest.toISOString() } }];
}
