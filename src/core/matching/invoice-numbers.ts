import { groupBy } from '../group-by.ts';

/** An invoice that a text names: with its whole number, or with no more than the digits at its end. */
export interface Naming<Invoice> {
  readonly invoice: Invoice;
  readonly how: 'whole' | 'digits';
}

/** Invoice numbers by the ways in which people write them. */
export type NumberIndex<Invoice> = ReadonlyMap<string, readonly Naming<Invoice>[]>;

/** Digits that stand for an invoice without its prefix; fewer are days, quantities and house numbers. */
const leastDigits = 4;

/** A number without letters and of fewer digits is a house number to others: it counts as digits only. */
const leastWholeDigits = 5;

/** The numbers of invoices as they can stand in a remittance text: with zeros or without, with prefix or without. */
export function indexNumbers<Invoice extends { readonly number: string }>(
  invoices: readonly Invoice[],
): NumberIndex<Invoice> {
  const forms = invoices.flatMap((invoice) =>
    formsOf(invoice.number).map(({ form, how }) => ({ form, naming: { invoice, how } })),
  );
  const byForm = groupBy(forms, ({ form }) => form);
  return new Map([...byForm].map(([form, found]) => [form, found.map(({ naming }) => naming)]));
}

/** Words of a text that can make one number together. */
const longestRun = 8;

/**
 * The invoices that a text names, in the order in which it does; each once. Numbers are found as people write them:
 * `RE 2026 / 123` is `RE-2026-00123`. A part of a longer number is none.
 */
export function namedIn<Invoice>(text: string, index: NumberIndex<Invoice>): readonly Naming<Invoice>[] {
  const found = new Map<Invoice, Naming<Invoice>>();
  for (const run of runsOf(wordsOf(text)))
    for (const naming of namingsOf(run, index))
      if (found.get(naming.invoice)?.how !== 'whole') found.set(naming.invoice, naming);
  return [...found.values()];
}

/** Words that stand together, from each word on, the longest runs first. */
function runsOf(words: readonly string[]): readonly (readonly string[])[] {
  return words.flatMap((_, from) =>
    words.slice(from, from + longestRun).map((_word, fewer, all) => all.slice(0, all.length - fewer)),
  );
}

function namingsOf<Invoice>(
  words: readonly string[],
  index: NumberIndex<Invoice>,
): readonly Naming<Invoice>[] {
  const [raw, short] = [words.join(''), words.map(withoutZeros).join('')];
  return [...(index.get(raw) ?? []), ...(raw === short ? [] : (index.get(short) ?? []))];
}

interface Form {
  readonly form: string;
  readonly how: 'whole' | 'digits';
}

function formsOf(number: string): readonly Form[] {
  const words = wordsOf(number);
  const digits = words.slice(words.findIndex(isDigits));
  const hasLetters = words.some((word) => !isDigits(word));
  const how = hasLetters || digitsIn(words) >= leastWholeDigits ? 'whole' : 'digits';
  const last = words.at(-1) ?? '';
  const forms: Form[] = [
    ...writings(words, how),
    ...(hasLetters && digitsIn(digits) >= leastDigits && digits.every(isDigits)
      ? writings(digits, 'digits')
      : []),
    ...(words.length > 1 && isTelling(last) ? writings([last], 'digits') : []),
  ];
  return [...new Map(forms.map((one) => [one.form, one])).values()].filter(
    (one) => one.how === 'whole' || one.form.length >= leastDigits,
  );
}

/** A year at the end of a number tells nothing. */
function isTelling(word: string): boolean {
  return isDigits(word) && withoutZeros(word).length >= leastDigits && !/^(?:19|20)\d\d$/.test(word);
}

function writings(words: readonly string[], how: Form['how']): readonly Form[] {
  return [words.join(''), words.map(withoutZeros).join('')].map((form) => ({ form, how }));
}

/** Runs of letters and runs of digits, in capitals. */
function wordsOf(text: string): readonly string[] {
  return text.toUpperCase().match(/\p{L}+|\d+/gu) ?? [];
}

const isDigits = (word: string): boolean => /^\d+$/.test(word);
const withoutZeros = (word: string): string => word.replace(/^0+(?=\d)/, '');
const digitsIn = (words: readonly string[]): number =>
  words.filter(isDigits).reduce((sum, word) => sum + withoutZeros(word).length, 0);
