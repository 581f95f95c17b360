import type { StartingLadder } from '../../../db/queries/case/open.ts';
import { loadBearers } from '../../../db/queries/ladder/bearers.ts';
import { ownLadders } from '../../../db/queries/ladder/order.ts';
import { ladderFor } from '../../core/dunning/whose-ladder.ts';
import type { Scope } from '../scope.ts';
import { bearerOf } from './moves.ts';
import { ladderOrder } from './order.ts';
import { ladderShelf, onShelf } from './shelf.ts';

/** With which versions new cases of these customers start: one for each customer, and one for each ladder that invoices have of their own. */
export async function startingLadders(
  scope: Scope,
  customerIds: readonly number[],
): Promise<readonly StartingLadder[]> {
  const order = await ladderOrder(scope);
  const shelf = await ladderShelf(scope);
  const idOf = (name: string): number => onShelf(shelf, name).id;
  const own = await ownLadders(scope.tx, customerIds);
  const customers = (await loadBearers(scope.tx, customerIds)).map((row) => ({
    customerId: Number(row.customer_id),
    ownLadder: '',
    ladderId: idOf(ladderFor(order, bearerOf(row)).ladder),
  }));
  return [...customers, ...own.map((one) => ({ ...one, ladderId: idOf(one.ownLadder) }))];
}
