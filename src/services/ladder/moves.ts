import * as queries from '../../../db/queries/ladder/bearers.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import {
  type LadderBearer,
  type LadderChoice,
  ladderFor,
  type LadderOrder,
} from '../../core/dunning/whose-ladder.ts';
import type { Scope } from '../scope.ts';
import { bearerAfter, type LadderChange, orderAfter } from './order.ts';
import { type LadderVersion, onShelf, type Shelf } from './shelf.ts';
import { ladders } from './stored.ts';

/** A case that is on another version than the one it should start with today. */
export interface LadderMove {
  readonly caseId: number;
  readonly customerId: number;
  readonly from: Ladder;
  readonly to: LadderVersion;
  readonly by: LadderChoice['by'];
  /**
   * `free`: nothing was sent or done for what is open, so it moves by itself; `running`: when somebody says so;
   * `bound`: more than a letter was asked for on its ladder, of which the other knows nothing.
   */
  readonly state: 'free' | 'running' | 'bound';
}

export interface Wanted {
  readonly order: LadderOrder;
  readonly shelf: Shelf;
  /** Only cases of these customers. */
  readonly customerIds?: readonly number[];
  /** As if this were so already. */
  readonly change?: LadderChange;
}

/** Which cases are on another ladder, or another version, than they would start with today; ascending. */
export async function ladderMoves(scope: Scope, wanted: Wanted): Promise<readonly LadderMove[]> {
  const { order, shelf, customerIds, change } = wanted;
  const rows = await queries.loadCaseBearers(scope.tx, customerIds);
  const after = change === undefined ? order : orderAfter(order, change);
  const apart = rows.flatMap((row) => {
    const choice = choiceOf(row, after, change);
    const to = onShelf(shelf, choice.ladder);
    return to.id === Number(row.ladder_id) ? [] : [{ row, choice, to }];
  });
  const ladderOf = await ladders(
    scope,
    apart.map(({ row }) => Number(row.ladder_id)),
  );
  return apart.map(({ row, choice, to }) => ({
    caseId: Number(row.case_id),
    customerId: Number(row.customer_id),
    from: ladderOf(Number(row.ladder_id)),
    to,
    by: choice.by,
    state: stateOf(row, to.ladder),
  }));
}

/** What a ladder is chosen by, from its row. */
export function bearerOf(row: queries.BearerRow): LadderBearer {
  return {
    payerType: row.payer_type ?? undefined,
    country: row.country,
    tags: row.tags,
    ladder: row.ladder ?? undefined,
  };
}

function choiceOf(
  row: queries.CaseBearerRow,
  order: LadderOrder,
  change: LadderChange | undefined,
): LadderChoice {
  const bearer = bearerOf(row);
  const after = change === undefined ? bearer : bearerAfter(bearer, Number(row.customer_id), change);
  return ladderFor(order, after, row.own_ladder);
}

function stateOf({ running, approved }: queries.CaseBearerRow, to: Ladder): LadderMove['state'] {
  if (!running) return 'free';
  return approved.every((step) => to.steps.some(({ key }) => key === step)) ? 'running' : 'bound';
}
