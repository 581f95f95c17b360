import type { CashLine, LedgerItem, MatchBook } from './cash-line.ts';
import { calledExactly, calledLike, indexNames, type NameIndex } from './customer-names.ts';
import { indexNumbers, namedIn, type Naming, type NumberIndex } from './invoice-numbers.ts';

/** A book made ready for matching many lines. */
export interface MatchIndex {
  readonly book: MatchBook;
  readonly numbers: NumberIndex<LedgerItem>;
  readonly names: NameIndex;
}

export function indexBook(book: MatchBook): MatchIndex {
  return { book, numbers: indexNumbers(book.items), names: indexNames(book.customers) };
}

/** Who may have paid, and by what that is known. */
export interface Payer {
  readonly customerId: number;
  readonly reasons: readonly string[];
}

/** What a line says about its payer. */
export interface Evidence {
  readonly named: readonly Naming<LedgerItem>[];
  /** By an account, a name or a number that leaves no choice; several contradict each other. */
  readonly certain: readonly Payer[];
  readonly likely: readonly Payer[];
}

export function evidenceOf(line: CashLine, { book, numbers, names }: MatchIndex): Evidence {
  const named = namedIn(line.remittance, numbers).filter(
    ({ invoice }) => invoice.currency === line.amount.currency,
  );
  const owners = line.iban === undefined ? [] : (book.ibans.get(line.iban) ?? []);
  const exact = line.name === undefined ? [] : calledExactly(line.name, names);
  const like = line.name === undefined || exact.length > 0 ? [] : calledLike(line.name, names);
  const whole = customersOf(named.filter(({ how }) => how === 'whole'));
  const digits = customersOf(named.filter(({ how }) => how === 'digits'));
  const signs: readonly Sign[] = [
    { customers: whole, reason: 'it names their invoice', decides: true },
    { customers: owners, reason: 'they paid from this account before', decides: true },
    { customers: exact, reason: 'the payer is called so', decides: true },
    { customers: digits, reason: 'it has the digits of their invoice', decides: false },
    { customers: like, reason: 'the payer’s name is alike', decides: false },
  ];
  const certain = payersOf(
    signs.filter(({ decides, customers }) => decides && customers.length === 1),
    signs,
  );
  const likely = certain.length > 0 ? [] : payersOf(signs, signs);
  return { named, certain, likely };
}

interface Sign {
  readonly customers: readonly number[];
  readonly reason: string;
  /** Enough by itself, if it points at one customer only. */
  readonly decides: boolean;
}

/** The customers at whom some signs point, each with every sign that does. */
function payersOf(some: readonly Sign[], all: readonly Sign[]): readonly Payer[] {
  const customers = new Set(some.flatMap((sign) => sign.customers));
  return [...customers].map((customerId) => ({
    customerId,
    reasons: all.filter((sign) => sign.customers.includes(customerId)).map(({ reason }) => reason),
  }));
}

function customersOf(named: readonly Naming<LedgerItem>[]): readonly number[] {
  return [...new Set(named.map(({ invoice }) => invoice.customerId))];
}
