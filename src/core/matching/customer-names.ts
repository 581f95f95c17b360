import { groupBy } from '../group-by.ts';

/** A customer and every spelling of its name that is known. */
export interface NamedCustomer {
  readonly customerId: number;
  readonly names: readonly string[];
}

export interface NameIndex {
  /** Customers by the bare spelling of their names. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly words: readonly { readonly customerId: number; readonly words: readonly string[] }[];
}

export function indexNames(customers: readonly NamedCustomer[]): NameIndex {
  const words = customers.flatMap(({ customerId, names }) =>
    names.map((name) => ({ customerId, words: bareWords(name) })).filter((one) => one.words.length > 0),
  );
  const exact = groupBy(words, (one) => one.words.join(''));
  return {
    words,
    exact: new Map([...exact].map(([bare, of]) => [bare, [...new Set(of.map((one) => one.customerId))]])),
  };
}

/** The customers who are called exactly so, legal forms, accents and punctuation aside. */
export function calledExactly(name: string, index: NameIndex): readonly number[] {
  return index.exact.get(bareWords(name).join('')) ?? [];
}

/** The customers whose name is alike: a typing mistake or two, or all words of the shorter name in the longer one. */
export function calledLike(name: string, index: NameIndex): readonly number[] {
  const words = bareWords(name);
  const alike = index.words.filter((one) => holds(words, one.words) || isMistyped(words, one.words));
  return [...new Set(alike.map(({ customerId }) => customerId))];
}

const legalForms = new Set(
  `gmbh mbh ag kg kgaa ohg ug gbr ev eg se co cokg llc llp lp inc incorporated corp corporation company ltd limited plc
  pty bv nv sa sas sarl srl spa snc sia uab ou oy ab as aps sl sro doo kft zrt the und and et firma`.split(
    /\s+/,
  ),
);

function bareWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[äöü]/g, (letter) => ({ ä: 'a', ö: 'o', ü: 'u' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[aou])e/g, '')
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !legalForms.has(word));
}

/** A single short word is part of too many names. */
const leastTellingLetters = 5;

function holds(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return (
    fewer.some((word) => word.length >= leastTellingLetters) && fewer.every((word) => more.includes(word))
  );
}

const mostMistakes = 2;

function isMistyped(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a.join(''), b.join('')];
  if (Math.min(left.length, right.length) < 8 || Math.abs(left.length - right.length) > mostMistakes)
    return false;
  return distance(left, right) <= mostMistakes;
}

/** Letters to put in, take out or change (Levenshtein 1965). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
