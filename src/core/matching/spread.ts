import { formatDate } from '../calendar/format-date.ts';
import { groupBy } from '../group-by.ts';
import { formatMoney, type Money, money } from '../money.ts';
import type { CashLine, CashShare, LedgerItem, Proposal, Spread, WrittenOff } from './cash-line.ts';

/** What an amount means for one customer. */
export type Meaning =
  /** The payer's word, an exact amount counting as one. */
  | ({ readonly kind: 'clear' } & Spread)
  /** Nobody said what it is for, and it fits nothing. */
  | ({ readonly kind: 'unsaid' } & Spread)
  | { readonly kind: 'open'; readonly why: string; readonly proposals: readonly Proposal[] };

/** Named invoices that are almost paid are paid with a rest, without asking (the tolerance of promises). */
const slightBasisPoints = 50n;
/** Discounts and bank charges: worth proposing. */
const smallBasisPoints = 300n;

const mostProposals = 3;

/**
 * What a customer's payment pays, by the debtor's word first (an exact amount counts as one, BGB §366 (1)): the
 * invoices it names, the one invoice or all of them that it is exactly the sum of. Else it stays unapplied.
 * @param items of the customer, in the line's currency, with what is open of them now
 * @param named those that the line names, in its order
 */
export function meaningFor(
  customerId: number,
  line: CashLine,
  items: readonly LedgerItem[],
  named: readonly LedgerItem[],
): Meaning {
  const { amount } = line.amount;
  const open = items.filter((item) => item.open > 0n).toSorted(byAge);
  const spread = (over: readonly LedgerItem[], reason: string): Spread =>
    spreadOver(customerId, amount, over, reason);
  if (open.length > 0 && amount === sumOf(open) && (open.length > 1 || named.length === 0))
    return { kind: 'clear', ...spread(open, 'it is exactly all that is open') };
  const namedOpen = named.filter((item) => item.open > 0n);
  const namedGivenUp = named.filter(isGivenUp);
  if (namedGivenUp.length > 0 && amount > sumOf(namedOpen)) return recovered(namedGivenUp, namedOpen, spread);
  if (namedOpen.length > 0) return fromNamed(line, namedOpen, spread);
  if (named[0] !== undefined)
    return {
      kind: 'open',
      why: `${listed(named)} ${named.length === 1 ? 'is' : 'are'} paid already: perhaps paid twice, or recorded before`,
      proposals: [spread([], 'kept as unapplied cash until that is known')],
    };
  const exact = items.filter(isGivenUp).filter(({ writtenOff }) => writtenOff.amount === amount);
  if (exact.length > 0 && open.every((item) => item.open !== amount)) return recovered(exact, [], spread);
  return fromAmount(line, open, spread);
}

type Spreading = (over: readonly LedgerItem[], reason: string) => Spread;

type GivenUp = LedgerItem & { readonly writtenOff: WrittenOff };

const isGivenUp = (item: LedgerItem): item is GivenUp => item.writtenOff !== undefined;

/** Money for what was given up: whether that is taken back is a person's to say. */
function recovered(givenUp: readonly GivenUp[], open: readonly LedgerItem[], spread: Spreading): Meaning {
  const byWriteOff = groupBy(givenUp, ({ writtenOff }) => writtenOff.writeOffId);
  const proposals = [...byWriteOff].slice(0, mostProposals - 1).map(([recovers, of]): Proposal => {
    const again = of.map((item) => ({ ...item, open: item.open + item.writtenOff.amount }));
    const others = open.filter(({ id }) => of.every((item) => item.id !== id));
    return {
      ...spread([...again, ...others], 'the write-off is taken back, and the money pays it'),
      recovers,
    };
  });
  const kept = spread(open, 'the write-off stays, and the rest is kept as unapplied cash');
  return { kind: 'open', why: givenUp.map(writtenOffWords).join(', '), proposals: [...proposals, kept] };
}

function writtenOffWords({ number, currency, writtenOff }: GivenUp): string {
  const { amount, on } = writtenOff;
  return `${formatMoney(money(amount, currency))} of ${number} was written off on ${formatDate(on)}`;
}

function fromNamed(line: CashLine, named: readonly LedgerItem[], spread: Spreading): Meaning {
  const { amount } = line.amount;
  const owed = sumOf(named);
  const reason = `it names ${listed(named)}`;
  if (amount === owed)
    return {
      kind: 'clear',
      ...spread(named, `${reason} and pays ${named.length === 1 ? 'it' : 'them'} exactly`),
    };
  const difference = shown(line.amount, amount - owed);
  if (amount > owed) return { kind: 'clear', ...spread(named, `${reason} and is ${difference} more`) };
  if (named.length === 1 || (owed - amount) * 10_000n <= owed * slightBasisPoints)
    return { kind: 'clear', ...spread(named, `${reason} and is ${difference} less`) };
  return {
    kind: 'open',
    why: `it names ${listed(named)} and is ${difference} less than their sum`,
    proposals: [
      spread(named, 'in the order in which it names them'),
      spread(named.toSorted(byAge), 'the oldest first'),
    ].slice(0, isByAge(named) ? 1 : 2),
  };
}

function fromAmount(line: CashLine, open: readonly LedgerItem[], spread: Spreading): Meaning {
  const { amount } = line.amount;
  const exact = open.filter((item) => item.open === amount);
  const [only, second] = exact;
  if (only !== undefined && second === undefined)
    return { kind: 'clear', ...spread([only], `it is exactly ${only.number}`) };
  if (only !== undefined)
    return {
      kind: 'open',
      why: `${exact.length} invoices have exactly this amount`,
      proposals: exact.slice(0, mostProposals).map((item) => spread([item], `it is exactly ${item.number}`)),
    };
  const almost = [...open.map((item) => [item]), ...(open.length > 1 ? [open] : [])].filter((over) =>
    isAlmost(amount, sumOf(over)),
  );
  if (almost.length > 0)
    return {
      kind: 'open',
      why: 'the amount is almost what is open',
      proposals: almost
        .slice(0, mostProposals)
        .map((over) =>
          spread(
            over,
            `${shown(line.amount, amount - sumOf(over))} ${amount > sumOf(over) ? 'more' : 'less'} than ${over.length === 1 ? listed(over) : 'all that is open'}`,
          ),
        ),
    };
  const unsaid = open.length === 0 ? 'nothing is open' : 'it names no invoice, and its amount fits none';
  return { kind: 'unsaid', ...spread([], unsaid) };
}

/** Pays these invoices in their order, each as far as it is open; the shares and the rest make the amount. */
function spreadOver(customerId: number, amount: bigint, over: readonly LedgerItem[], reason: string): Spread {
  let left = amount;
  const shares = over.map(({ id, number, open }): CashShare => {
    const share = open < left ? open : left;
    left -= share;
    return { invoiceId: id, number, amount: share };
  });
  return {
    customerId,
    shares: shares.filter((share) => share.amount > 0n),
    unapplied: left,
    reasons: [reason],
  };
}

function isAlmost(amount: bigint, owed: bigint): boolean {
  const difference = amount > owed ? amount - owed : owed - amount;
  return difference * 10_000n <= owed * smallBasisPoints;
}

const sumOf = (items: readonly LedgerItem[]): bigint => items.reduce((sum, { open }) => sum + open, 0n);

function shown({ currency }: Money, difference: bigint): string {
  return formatMoney(money(difference < 0n ? -difference : difference, currency));
}

/** Longer lists are a number. */
const mostListed = 4;

function listed(items: readonly LedgerItem[]): string {
  const numbers = items.map(({ number }) => number);
  return numbers.length <= mostListed
    ? numbers.join(', ')
    : `${numbers.slice(0, mostListed).join(', ')} and ${numbers.length - mostListed} more`;
}

const isByAge = (items: readonly LedgerItem[]): boolean =>
  items.every((item, n) => n === 0 || byAge(items[n - 1] ?? item, item) <= 0);

function byAge(a: LedgerItem, b: LedgerItem): number {
  if (a.effectiveDueOn === b.effectiveDueOn) return a.id - b.id;
  return a.effectiveDueOn < b.effectiveDueOn ? -1 : 1;
}
