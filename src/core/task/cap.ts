import type { BusinessDate } from '../calendar/business-date.ts';

/** A case that would be called for the first time. */
export interface CallCandidate {
  readonly caseId: number;
  readonly ownerId: number;
  /** Pressed, in minor units of one currency. */
  readonly amount: bigint;
  readonly oldestDueOn: BusinessDate;
}

export interface Admission<C> {
  readonly admitted: readonly C[];
  readonly postponed: readonly C[];
}

/**
 * Which new calls people get today: at most `cap` for each owner, with those handed out already; the biggest amounts
 * first, then the oldest, then the lower case id, so that the same candidates always give the same list.
 */
export function admitCalls<C extends CallCandidate>(
  candidates: readonly C[],
  alreadyToday: ReadonlyMap<number, number>,
  cap: number,
): Admission<C> {
  const given = new Map(alreadyToday);
  const admitted: C[] = [];
  const postponed: C[] = [];
  for (const candidate of candidates.toSorted(byWeight)) {
    const count = given.get(candidate.ownerId) ?? 0;
    if (count < cap) {
      given.set(candidate.ownerId, count + 1);
      admitted.push(candidate);
    } else postponed.push(candidate);
  }
  return { admitted, postponed };
}

function byWeight(a: CallCandidate, b: CallCandidate): number {
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
  if (a.oldestDueOn !== b.oldestDueOn) return a.oldestDueOn < b.oldestDueOn ? -1 : 1;
  return a.caseId - b.caseId;
}
