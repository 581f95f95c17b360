import { customersOnOwnLadder, ladderUses } from '../../../db/queries/ladder/bearers.ts';
import { allLadders } from '../../../db/queries/ladder/versions.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import type { LadderOrder } from '../../core/dunning/whose-ladder.ts';
import type { Scope } from '../scope.ts';
import { ladderOrder } from './order.ts';
import { ladderShelf, type LadderVersion, onShelf, versionOf } from './shelf.ts';

/** A ladder as people look at it. */
export interface LadderView {
  readonly newest: LadderVersion;
  /** The newest first, each with the cases that have something open. */
  readonly versions: readonly (LadderVersion & { readonly cases: number })[];
  /** Customers for whom it was set. */
  readonly customers: number;
}

export interface LadderViews {
  readonly order: LadderOrder;
  readonly ladders: readonly LadderView[];
}

/** All ladders with who uses them, by name. */
export async function viewLadders(scope: Scope): Promise<LadderViews> {
  const shelf = await ladderShelf(scope);
  const uses = new Map((await ladderUses(scope.tx)).map((row) => [Number(row.ladder_id), row.cases]));
  const versions = (await allLadders(scope.tx)).map((row) => ({
    ...versionOf(row),
    cases: uses.get(row.id) ?? 0,
  }));
  const customers = await customersOnOwnLadder(scope.tx);
  return {
    order: await ladderOrder(scope),
    ladders: [...shelf].map(([name, newest]) => ({
      newest,
      versions: versions.filter(({ ladder }) => ladder.name === name),
      customers: customers.get(name) ?? 0,
    })),
  };
}

/**
 * A ladder by its name, in its newest version or in the one that is named: `soft`, `soft v2`.
 * @throws DomainError `not_found`, naming what there is.
 */
export async function ladderNamed(scope: Scope, text: string): Promise<Ladder> {
  const [, name = '', number] = /^(\S+?)(?:\s+v?(\d+))?$/i.exec(text.trim()) ?? [];
  const newest = onShelf(await ladderShelf(scope), name).ladder;
  if (number === undefined || Number(number) === newest.version) return newest;
  const rows = await allLadders(scope.tx);
  const found = rows.find((row) => row.name === newest.name && row.version === Number(number));
  return found === undefined ? newest : versionOf(found).ladder;
}
