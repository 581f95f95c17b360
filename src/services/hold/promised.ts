import { promiseCash } from '../../../db/queries/promise/cash.ts';
import { promisesOfCases } from '../../../db/queries/promise/find.ts';
import type { PromiseRow } from '../../../db/schema/index.ts';
import { promiseLifts } from '../../core/hold/lifts.ts';
import type { Scope } from '../scope.ts';
import type { StillOwed } from './still-owed.ts';

/** What is promised towards what a hold is for, as far as it has not come yet. */
export interface Promised {
  readonly promise: PromiseRow;
  readonly owed: StillOwed;
  /** Minor units. */
  readonly toCome: bigint;
}

/** The open promise of each case that is owed for, the first to come before; a case without one is left out. */
export async function promisedTowards(
  scope: Scope,
  owed: readonly StillOwed[],
): Promise<readonly Promised[]> {
  const all = await promisesOfCases(
    scope.tx,
    owed.map(({ caseId }) => caseId),
  );
  const open = all.filter(({ status, rests }) => status === 'open' && rests);
  const came = await promiseCash(
    scope.tx,
    open.map(({ id }) => id),
  );
  return owed
    .flatMap((one) => {
      const promise = open.find(({ caseId }) => caseId === one.caseId);
      return promise === undefined
        ? []
        : [{ promise, owed: one, toCome: promise.amount - (came.get(promise.id) ?? 0n) }];
    })
    .toSorted((a, b) => (a.promise.dueOn < b.promise.dueOn ? -1 : 1));
}

/** The promise against which a hold comes off: with the others it covers all that is owed, and it is due first. */
export function coveringPromise(
  owed: readonly StillOwed[],
  promised: readonly Promised[],
): PromiseRow | undefined {
  const covers = promised.every((one) => promiseLifts(one.owed, one.toCome));
  return covers && promised.length === owed.length ? promised[0]?.promise : undefined;
}
