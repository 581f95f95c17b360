import type { Currency } from '../core/money.ts';
import { isCurrency } from './codes.ts';
import { columnNames, type Confidence, type Field } from './column-names.ts';

export type { Field } from './column-names.ts';

export const fields = Object.keys(columnNames) as readonly Field[];

export interface NameMatch {
  readonly field: Field;
  readonly confidence: Confidence;
  /** Smaller is the better name for the field. */
  readonly rank: number;
}

/** The field that a column of this name is known to hold, if any. */
export function fieldNamed(header: string): NameMatch | undefined {
  if (header.length > longestName) return undefined;
  const all = words(header);
  const currency = currencyAmong(all);
  return byName.get(all.join('')) ?? byName.get(all.filter((word) => word !== currency).join(''));
}

/** The currency that a header such as `Amount (EUR)` or `converted_usd` mentions beside the field's name. */
export function currencyIn(header: string): Currency | undefined {
  return currencyAmong(words(header))?.toUpperCase();
}

/** The words of a column's name as one, the way the lists of names have it: `Net due date` is `netduedate`. */
export function plainName(header: string): string {
  return words(header).join('');
}

/** Longer texts are no names of columns, whatever words they contain. */
const longestName = 80;

/** "all" is Albania's lek only in theory. */
function currencyAmong(all: readonly string[]): string | undefined {
  return all.length > 1 ? all.find((word) => word !== 'all' && isCurrency(word.toUpperCase())) : undefined;
}

/** `Fälligkeits-Datum` → `faelligkeits`, `datum`; `invoiceNo` → `invoice`, `no`. */
function words(header: string): string[] {
  return header
    .normalize('NFC')
    .replace(/\p{Ll}(?=\p{Lu})/gu, '$& ')
    .toLowerCase()
    .replace(/[äöüß]/g, (c) => germanLetters[c] ?? c)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const germanLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

const byName: ReadonlyMap<string, NameMatch> = new Map(
  fields.flatMap((field) =>
    (['certain', 'likely'] as const).flatMap((confidence) =>
      columnNames[field][confidence]
        .split(/\s+/)
        .filter((name) => name !== '')
        .map((name, index): [string, NameMatch] => [
          name,
          { field, confidence, rank: index + (confidence === 'likely' ? 1000 : 0) },
        ]),
    ),
  ),
);
