import type { Currency } from './money.ts';

/** Whether this sign, code or word (`€`, `eur`, `Euro`, `CA$`) stands for the currency. Case does not matter. */
export function namesCurrency(word: string, currency: Currency): boolean {
  return namesOf(currency).has(word.toLowerCase());
}

/** Whether the word looks like some currency: a currency sign, or a code of three letters that Intl knows. */
export function looksLikeCurrency(word: string): boolean {
  return /^\p{L}*\p{Sc}$/u.test(word) || codes.has(word.toUpperCase());
}

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Languages in which Dunwell writes letters. Intl's narrow signs (`kr`, `zł`, `$`) add what people write at home. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'lv'] as const;

/** Written by people, unknown to Intl: Swiss francs, and the wide yen sign of East Asian keyboards. */
const colloquial: Readonly<Record<Currency, readonly string[]>> = {
  CHF: ['Fr', 'SFr'],
  CNY: ['\uffe5'],
  JPY: ['\uffe5'],
};

const namesByCurrency = new Map<Currency, ReadonlySet<string>>();

function namesOf(currency: Currency): ReadonlySet<string> {
  let names = namesByCurrency.get(currency);
  if (names === undefined) {
    names = new Set([currency, ...(colloquial[currency] ?? []), ...intlNames(currency)].flatMap(spellings));
    namesByCurrency.set(currency, names);
  }
  return names;
}

function intlNames(currency: Currency): string[] {
  const [narrow = currency] = shownBy('en', currency, 'narrowSymbol');
  const withCountry = currency.slice(0, 2) + narrow;
  const displays = ['symbol', 'narrowSymbol', 'name'] as const;
  return [
    withCountry,
    ...languages.flatMap((language) => displays.flatMap((it) => shownBy(language, currency, it))),
  ];
}

/** `name` differs between one euro and two euros. */
function shownBy(
  language: string,
  currency: Currency,
  currencyDisplay: 'symbol' | 'narrowSymbol' | 'name',
): string[] {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay });
  const parts = [1, 2].flatMap((count) => format.formatToParts(count));
  return parts.filter(({ type }) => type === 'currency').map(({ value }) => value);
}

/** `kr` is also written `kr.`; a sign such as `€` never takes the full stop, which would then be a decimal point. */
function spellings(name: string): string[] {
  const lower = name.toLowerCase();
  return /\p{L}$/u.test(lower) ? [lower, `${lower}.`] : [lower];
}
