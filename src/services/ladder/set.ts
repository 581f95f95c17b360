import { lastOfKind } from '../../../db/queries/audit/last.ts';
import { lockAllCases } from '../../../db/queries/case/lock.ts';
import * as queries from '../../../db/queries/ladder/order.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { openCases } from '../case/open.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { type LadderMove, ladderMoves } from './moves.ts';
import { type LadderChange, ladderOrder } from './order.ts';
import { refuseAtRest } from './refuse-at-rest.ts';
import { moveCases } from './settle.ts';
import { ladderShelf, type LadderVersion, onShelf } from './shelf.ts';
import { type Target, targetOf } from './target.ts';
import { ladderTitle } from './title.ts';

/** Who decides which ladders there are and who is on which. */
export const ladderRoles = ['admin'] as const;

/** What setting a ladder would do. */
export interface LadderProposal {
  readonly target: Target;
  /** Undefined: none of its own any more. */
  readonly ladder: LadderVersion | undefined;
  /** Customers with cases that change ladder by themselves, as nothing was sent or done for what they have open. */
  readonly free: number;
  /** Cases that run on another version, which somebody may move. */
  readonly running: number;
  /** Cases that stay: an approval was asked for on their ladder, of whose step the other knows nothing. */
  readonly bound: number;
}

/** @throws DomainError `not_found` for a ladder, a customer or an invoice that is not here; `conflict` for one at rest. */
export async function proposeLadder(scope: Scope, change: LadderChange): Promise<LadderProposal> {
  const shelf = await ladderShelf(scope);
  const ladder = change.ladder === undefined ? undefined : onShelf(shelf, change.ladder);
  const target = await targetOf(scope, change.target);
  await refuseAtRest(scope, change.target);
  const moves = await movesBy(scope, change);
  const count = (state: LadderMove['state']): number => moves.filter((move) => move.state === state).length;
  return { target, ladder, free: count('free'), running: count('running'), bound: count('bound') };
}

/**
 * Says who is on which ladder from now on. Cases for which nothing was sent or done yet follow at once; running ones
 * keep their version unless they are moved along.
 * @param was What the target had when this was asked: a press that came second changes nothing.
 * @throws DomainError `forbidden` for whoever is no admin, naming who is; `conflict` for whom somebody else was first.
 */
export async function setLadder(
  office: Office,
  actor: Actor,
  change: LadderChange,
  { was, moveRunning }: { readonly was: string; readonly moveRunning: boolean },
): Promise<LadderProposal & { readonly moved: number }> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ladderRoles, 'set ladders');
    await lockAllCases(scope.tx);
    const proposal = await proposeLadder(scope, change);
    if (proposal.target.has !== was) throw await overtaken(scope, proposal.target, people);
    const moves = await movesBy(scope, change);
    await write(scope, change);
    const moving = moves.filter(({ state }) => state === 'free' || (moveRunning && state === 'running'));
    await moveCases(scope, moving, person.id);
    if (change.target.kind === 'invoice') await openCases(scope, [change.target.customerId]);
    const moved = moving.filter(({ state }) => state === 'running').length;
    await record(scope, [
      {
        what: 'ladder set',
        memberId: person.id,
        details: {
          for: proposal.target.name,
          from: was,
          to: proposal.ladder === undefined ? 'none of its own' : ladderTitle(proposal.ladder.ladder),
          moved,
        },
      },
    ]);
    return { ...proposal, moved };
  });
}

/** Those cases that the change is about: others that run on older versions are no part of it. */
async function movesBy(scope: Scope, change: LadderChange): Promise<readonly LadderMove[]> {
  const order = await ladderOrder(scope);
  const shelf = await ladderShelf(scope);
  const customerIds = 'customerId' in change.target ? [change.target.customerId] : undefined;
  const only = customerIds === undefined ? {} : { customerIds };
  const before = new Set(
    (await ladderMoves(scope, { order, shelf, ...only })).map(({ caseId, to }) => `${caseId} ${to.id}`),
  );
  const after = await ladderMoves(scope, { order, shelf, change, ...only });
  return after.filter((move) => isAbout(move, change) || !before.has(`${move.caseId} ${move.to.id}`));
}

function isAbout({ by }: LadderMove, { target }: LadderChange): boolean {
  if (target.kind !== 'segment') return by === target.kind;
  return typeof by === 'object' && by.field === target.segment.field && by.value === target.segment.value;
}

async function write(scope: Scope, { target, ladder }: LadderChange): Promise<void> {
  switch (target.kind) {
    case 'workspace':
      return queries.setWorkspaceLadder(scope.tx, scope.workspace.id, ladder ?? scope.workspace.ladder);
    case 'segment':
      return ladder === undefined
        ? queries.dropRule(scope.tx, target.segment)
        : queries.setRule(scope.tx, { ...target.segment, ladder });
    case 'customer':
      return queries.setCustomerLadder(scope.tx, target.customerId, ladder ?? null);
    case 'invoice':
      return queries.setInvoiceLadder(scope.tx, target.invoiceId, ladder ?? '');
  }
}

async function overtaken(
  scope: Scope,
  target: Target,
  people: ReadonlyMap<number, { readonly name: string }>,
): Promise<DomainError> {
  const last = await lastOfKind(scope.tx, 'ladder set', { for: target.name });
  const who = people.get(last?.memberId ?? 0)?.name ?? 'Somebody';
  return new DomainError(
    'conflict',
    `${who} was first: the ladder of ${target.name} is ${target.has === '' ? 'none of its own' : target.has} now. Your press changed nothing; ask again with /ladder set.`,
  );
}
