import { pressedWhileStopped, stopsOfNobody } from '../../../db/queries/auditor/stops.ts';
import { stopWords } from '../stop/kinds.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** What was done to a customer who should hear nothing is brought up for a week. */
const rememberedHours = 7 * 24;

/** Full stops that did not stop something, and those that a rep reported and nobody is asked to confirm. */
export async function stopsNotKept(scope: Scope): Promise<readonly Found[]> {
  const pressed = await pressedWhileStopped(scope.tx, hoursAgo(scope, rememberedHours));
  const unasked = await stopsOfNobody(scope.tx, hoursAgo(scope));
  return [
    ...pressed.map(({ occurrenceId, caseId, step, at, stop }) => ({
      check: 'stop' as const,
      subject: `step ${occurrenceId}`,
      caseId,
      since: at,
      facts: { why: 'pressed', step, stop: stopWords[stop] },
    })),
    ...unasked.map(({ stopId, caseId, since, stop }) => ({
      check: 'stop' as const,
      subject: String(stopId),
      caseId,
      since,
      facts: { why: 'nobody', stop: stopWords[stop] },
    })),
  ];
}
