import type { BusinessDate } from '../calendar/business-date.ts';
import { groupBy } from '../group-by.ts';
import type { Currency } from '../money.ts';

/** A case among others, possibly of other currencies. */
export interface Weighed {
  readonly caseId: number;
  readonly currency: Currency;
  /** Minor units of the currency. */
  readonly amount: bigint;
  readonly oldestDueOn: BusinessDate;
}

/** A case that would be called for the first time. */
export interface CallCandidate extends Weighed {
  readonly ownerId: number;
}

export interface Admission<C> {
  readonly admitted: readonly C[];
  readonly postponed: readonly C[];
}

/**
 * Which new calls people get today: at most `cap` for each owner, with those handed out already, in the order of
 * `byTurns`.
 */
export function admitCalls<C extends CallCandidate>(
  candidates: readonly C[],
  alreadyToday: ReadonlyMap<number, number>,
  cap: number,
): Admission<C> {
  const given = new Map(alreadyToday);
  const admitted: C[] = [];
  const postponed: C[] = [];
  for (const candidate of byTurns(candidates)) {
    const count = given.get(candidate.ownerId) ?? 0;
    if (count < cap) {
      given.set(candidate.ownerId, count + 1);
      admitted.push(candidate);
    } else postponed.push(candidate);
  }
  return { admitted, postponed };
}

/**
 * The biggest amounts first, then the oldest, then the lower case id, so that the same cases always give the same
 * list. No sum of yen is bigger or smaller than one of euros, so currencies take turns: the biggest case of each,
 * then the second of each; in a round the currency with more cases leads.
 */
export function byTurns<C extends Weighed>(cases: readonly C[]): readonly C[] {
  const currencies = [...groupBy(cases, ({ currency }) => currency)]
    .toSorted(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([, group]) => group.toSorted(byWeight));
  const turns = Math.max(0, ...currencies.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) =>
    currencies.flatMap((group) => group.slice(turn, turn + 1)),
  ).flat();
}

function byWeight(a: Weighed, b: Weighed): number {
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
  if (a.oldestDueOn !== b.oldestDueOn) return a.oldestDueOn < b.oldestDueOn ? -1 : 1;
  return a.caseId - b.caseId;
}
