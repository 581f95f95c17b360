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
