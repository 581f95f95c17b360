import { formatMoney, type Money, money } from '../../core/money.ts';
import type { Balance, StatementLine } from './statement.ts';

/** What does not add up between the balances of a statement and its bookings, a sentence each; nothing when all does. */
export function checkBalances(
  statement: string,
  lines: readonly Pick<StatementLine, 'amount' | 'direction'>[],
  opening: Balance | undefined,
  closing: Balance | undefined,
): readonly string[] {
  if (opening === undefined || closing === undefined)
    return [`${statement} has no ${opening ? 'closing' : 'opening'} balance: it cannot be checked`];
  const { currency } = opening.amount;
  const others = [closing.amount, ...lines.map(({ amount }) => amount)].filter(
    (one) => one.currency !== currency,
  );
  if (others[0] !== undefined)
    return [
      `${statement} opens with ${formatMoney(opening.amount)} and has ${formatMoney(others[0])}: it cannot be checked`,
    ];
  const difference = closing.amount.amount - opening.amount.amount - netOf(lines);
  if (difference === 0n) return [];
  const shown = (amount: bigint): string => formatMoney(money(amount, currency));
  return [
    `${statement} does not add up: opening ${shown(opening.amount.amount)}, bookings ${shown(netOf(lines))}, closing ${shown(closing.amount.amount)}; ${shown(difference)} are missing`,
  ];
}

function netOf(lines: readonly { readonly amount: Money; readonly direction: 'in' | 'out' }[]): bigint {
  return lines.reduce(
    (net, { amount, direction }) => (direction === 'in' ? net + amount.amount : net - amount.amount),
    0n,
  );
}

/**
 * Where a running balance leaps: each booking must change the balance of the one before it, in whichever direction the
 * table is sorted.
 */
export function checkRunningBalance(
  fileName: string,
  rows: readonly {
    readonly row: number;
    readonly balance: bigint;
    readonly line: Pick<StatementLine, 'amount' | 'direction'>;
  }[],
): readonly string[] {
  const signed = ({ amount, direction }: Pick<StatementLine, 'amount' | 'direction'>): bigint =>
    direction === 'in' ? amount.amount : -amount.amount;
  const pairs = rows.slice(1).map((row, n) => ({ row, before: rows[n] ?? row }));
  const rising = pairs.filter(({ row, before }) => row.balance - before.balance !== signed(row.line));
  const falling = pairs.filter(({ row, before }) => before.balance - row.balance !== signed(before.line));
  const leaps = rising.length <= falling.length ? rising : falling;
  const [first] = leaps;
  return first === undefined
    ? []
    : [`${fileName} does not add up: the balance leaps at row ${first.row.row}, so bookings may be missing`];
}
