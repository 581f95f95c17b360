import { casesWithLadders, loadBearers } from '../../../db/queries/ladder/bearers.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { type LadderChoice, ladderFor } from '../../core/dunning/whose-ladder.ts';
import { type Money, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';
import { bearerOf } from './moves.ts';
import { ladderOrder } from './order.ts';
import { ladderShelf } from './shelf.ts';
import { ladders } from './stored.ts';

/** On which ladder a case with something open is. */
export interface CaseLadder {
  readonly ladder: Ladder;
  readonly open: Money;
  readonly isNewest: boolean;
  /** Its invoices have a ladder of their own. */
  readonly ofInvoices: boolean;
}

/** Which ladder a customer's new cases start with, and who says so. */
export async function ladderOfCustomer(scope: Scope, customerId: number): Promise<LadderChoice> {
  const [row] = await loadBearers(scope.tx, [customerId]);
  const order = await ladderOrder(scope);
  return row === undefined ? { ladder: order.workspace, by: 'workspace' } : ladderFor(order, bearerOf(row));
}

/** The ladders on which a customer's open cases are; `isNewest`: they would start with the same today. */
export async function laddersOfCases(
  scope: Scope,
  customerId: number,
  choice: LadderChoice,
): Promise<readonly CaseLadder[]> {
  const rows = await casesWithLadders(scope.tx, customerId);
  const shelf = await ladderShelf(scope);
  const ladderOf = await ladders(
    scope,
    rows.map(({ ladder_id: id }) => Number(id)),
  );
  return rows.map((row) => ({
    ladder: ladderOf(Number(row.ladder_id)),
    open: money(row.open, row.currency),
    isNewest: shelf.get(row.own_ladder === '' ? choice.ladder : row.own_ladder)?.id === Number(row.ladder_id),
    ofInvoices: row.own_ladder !== '',
  }));
}
