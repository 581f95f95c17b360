import { portfolio, type PortfolioRow } from '../../../db/queries/customer/portfolio.ts';
import { DomainError } from '../../core/error.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Money, money } from '../../core/money.ts';
import { type CaseOverview, type OverviewFilter, overviews } from '../case/overview.ts';
import { hasRole, type Member, whoMay, withRole } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { type Owner, spreadEvenly, type Weight } from './spread.ts';

/** Which customers shall get which owner. */
export type Wish =
  | { readonly kind: 'to'; readonly filter: OverviewFilter; readonly ownerId: number }
  /** Those whom nobody active owns, or all of them, over the active reps. */
  | { readonly kind: 'evenly'; readonly all: boolean };

/** A customer that changes hands. */
export interface Move {
  readonly customerId: number;
  readonly number: string;
  readonly name: string;
  readonly from: number | undefined;
  readonly to: number;
  /** One sum a currency. */
  readonly overdue: readonly Money[];
}

/** More cases than a workspace has. */
const everyCase = 1_000_000;

/**
 * The customers that a wish would move; those that are where they shall be are left out.
 * @throws DomainError `not_found` when no customer matches, `invalid` for an owner who makes no calls, `unavailable`
 * when there are no reps.
 */
export async function planMoves(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  wish: Wish,
): Promise<readonly Move[]> {
  const held = wish.kind === 'to' ? await named(scope, people, wish) : await spread(scope, people, wish.all);
  return held.filter((move) => move.from !== move.to);
}

async function named(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  { filter, ownerId }: Extract<Wish, { kind: 'to' }>,
): Promise<readonly Move[]> {
  refuseOwner(people, ownerId);
  const found = await overviews(scope, { ...filter, limit: everyCase });
  const exact = found.rows.filter((row) => isExactly(row, filter.customer));
  const rows = exact.length > 0 ? exact : found.rows;
  if (rows.length === 0)
    throw new DomainError('not_found', 'No customer with something open matches: look with /overdue.');
  const ids = [...new Set(rows.map((row) => row.customerId))];
  return byCustomer(await portfolio(scope.tx, scope.today, ids)).map((rowsOfOne) => move(rowsOfOne, ownerId));
}

/** A number or a whole name means that customer, even if it is part of other names. */
function isExactly({ number, name }: CaseOverview, asked: string | undefined): boolean {
  return asked !== undefined && (number === asked || name.toLowerCase() === asked.toLowerCase());
}

/** Whoever owns a customer makes its calls, and a miss is theirs: that is no job for finance or legal. */
function refuseOwner(people: ReadonlyMap<number, Member>, ownerId: number): void {
  const owner = people.get(ownerId);
  if (owner === undefined) throw new DomainError('not_found', `There is no member ${ownerId} here.`);
  if (!owner.active) throw new DomainError('invalid', `${owner.name} is deactivated: choose somebody else.`);
  if (hasRole(owner, ['rep', 'lead', 'manager'])) return;
  throw new DomainError(
    'invalid',
    `${owner.name} makes no calls: customers are owned by a ${whoMay(people, ['rep', 'lead', 'manager'])}.`,
  );
}

async function spread(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  all: boolean,
): Promise<readonly Move[]> {
  const customers = byCustomer(await portfolio(scope.tx, scope.today));
  const isOwned = ([first]: RowsOfOne): boolean => people.get(Number(first.owner_id))?.active === true;
  const moving = customers.filter((rows) => all || !isOwned(rows));
  const [firstRep, ...otherReps] = withRole(people, 'rep');
  if (firstRep === undefined)
    throw new DomainError(
      'unavailable',
      'Nobody here is an active rep: an admin gives that role with /team.',
    );
  const staying = customers.filter((rows) => !all && isOwned(rows));
  const ownerFor = ({ id }: Member): Owner => ({
    id,
    owns: staying.filter(([first]) => Number(first.owner_id) === id).map(weightOf),
  });
  const given = spreadEvenly(moving.map(weightOf), [ownerFor(firstRep), ...otherReps.map(ownerFor)]);
  return moving.flatMap((rows) => {
    const to = given.get(Number(rows[0].customer_id));
    return to === undefined ? [] : [move(rows, to)];
  });
}

type RowsOfOne = readonly [PortfolioRow, ...PortfolioRow[]];

function byCustomer(rows: readonly PortfolioRow[]): readonly RowsOfOne[] {
  return [...groupBy(rows, (row) => row.customer_id).values()];
}

function move(rows: RowsOfOne, to: number): Move {
  const [{ customer_id: id, number, name, owner_id: owner }] = rows;
  return {
    customerId: Number(id),
    number,
    name,
    from: owner === null ? undefined : Number(owner),
    to,
    overdue: rows.flatMap(({ currency, overdue }) =>
      currency === null || overdue === 0n ? [] : [money(overdue, currency)],
    ),
  };
}

/** By the currency in which most is overdue. */
function weightOf(rows: RowsOfOne): Weight {
  const main = rows.reduce((best, row) => (row.overdue > best.overdue ? row : best));
  return {
    customerId: Number(main.customer_id),
    currency: main.currency ?? undefined,
    overdue: main.overdue,
  };
}
