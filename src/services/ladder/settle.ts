import { lockCases } from '../../../db/queries/case/lock.ts';
import { putOnLadders } from '../../../db/queries/ladder/bearers.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';
import { ladderMoves, type LadderMove } from './moves.ts';
import { ladderOrder } from './order.ts';
import { ladderShelf } from './shelf.ts';
import { ladderTitle } from './title.ts';

/**
 * Puts the cases of these customers for which nothing was sent or done yet on the ladder that they should start with
 * today. Called where a fact changed by which ladders are chosen; running cases stay where they are.
 */
export async function settleLadders(scope: Scope, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return;
  const wanted = { order: await ladderOrder(scope), shelf: await ladderShelf(scope), customerIds };
  const moves = await ladderMoves(scope, wanted);
  await moveCases(
    scope,
    moves.filter(({ state }) => state === 'free'),
  );
}

/**
 * Moves cases to other ladders and has them looked at afresh, in sets. What was sent and done stays a fact: a step
 * that both ladders know by the same key is not done again.
 * @param by Who moves those that are running, for their history.
 */
export async function moveCases(scope: Scope, moves: readonly LadderMove[], by?: number): Promise<void> {
  if (moves.length === 0) return;
  const caseIds = moves.map(({ caseId }) => caseId);
  await lockCases(scope.tx, caseIds);
  await putOnLadders(
    scope.tx,
    moves.map(({ caseId, to }) => ({ caseId, ladderId: to.id })),
  );
  await record(
    scope,
    moves
      .filter(({ state }) => state !== 'free')
      .map(({ caseId, from, to }) => ({
        what: 'moved to a ladder',
        caseId,
        ...(by === undefined ? {} : { memberId: by }),
        details: { from: ladderTitle(from), to: ladderTitle(to.ladder) },
      })),
  );
  await refreshCards(scope, 'case', caseIds.map(String));
  await wakeCases(scope, caseIds);
}
