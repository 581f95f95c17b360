import { isAmount } from './amounts.ts';
import { isCountry, isCurrency } from './codes.ts';
import type { Confidence, Field } from './column-names.ts';
import { fieldNamed, fields, type NameMatch } from './columns.ts';
import { isDate } from './dates.ts';
import { quote } from './reading.ts';
import { type Column, type Table, valuesOf } from './table.ts';

export interface MappedColumn {
  /** Position in the row, from 0. */
  readonly column: number;
  readonly header: string;
  readonly confidence: Confidence;
}

export type Mapping = Readonly<Partial<Record<Field, MappedColumn>>>;

export interface MappedColumns {
  readonly mapping: Mapping;
  readonly unmapped: readonly Column[];
  /** What a person should know about columns that were passed over. */
  readonly notes: readonly string[];
}

/** Which column holds which field, by the columns' names and by what stands in them. */
export function mapColumns(table: Table): MappedColumns {
  const notes: string[] = [];
  const candidates = table.columns.flatMap((column) => {
    const match = fieldNamed(column.header);
    if (match === undefined) return [];
    const values = valuesOf(table, column.index);
    const misfit = misfitOf(match.field, values);
    if (misfit !== undefined)
      notes.push(`Column ${quote(column.header)} holds ${misfit}, so it is left out.`);
    return misfit === undefined ? [{ column, match }] : [];
  });
  const mapping = Object.fromEntries(fields.flatMap((field) => bestFor(field, candidates))) as Mapping;
  const taken = new Set(Object.values(mapping).map(({ column }) => column));
  const unmapped = table.columns.filter(({ index }) => !taken.has(index));
  return { mapping, unmapped, notes: [...notes, ...unmapped.flatMap(predictionNote)] };
}

type Candidate = { readonly column: Column; readonly match: NameMatch };

function bestFor(field: Field, candidates: readonly Candidate[]): [Field, MappedColumn][] {
  const named = candidates
    .filter(({ match }) => match.field === field)
    .sort((a, b) => a.match.rank - b.match.rank);
  const [first, second] = named;
  if (first === undefined) return [];
  const twice = second?.match.rank === first.match.rank;
  const confidence = twice ? 'likely' : first.match.confidence;
  return [[field, { column: first.column.index, header: first.column.header, confidence }]];
}

/** What the values are instead of what the field needs; fewer than half are left to their rows to report. */
function misfitOf(field: Field, values: readonly string[]): string | undefined {
  if (values.length === 0) return 'no values';
  const expected = expectations[field];
  if (expected === undefined) return undefined;
  const strangers = values.filter((value) => !expected.fits(value));
  return strangers.length * 2 > values.length
    ? `${expected.otherwise} (${quote(strangers[0] ?? '')})`
    : undefined;
}

interface Expectation {
  readonly fits: (value: string) => boolean;
  readonly otherwise: string;
}

const day: Expectation = { fits: isDate, otherwise: 'no dates' };
const sum: Expectation = { fits: isAmount, otherwise: 'no amounts' };

const expectations: Readonly<Partial<Record<Field, Expectation>>> = {
  issuedOn: day,
  dueOn: day,
  settledOn: day,
  amount: sum,
  openAmount: sum,
  currency: { fits: (value) => isCurrency(value.toUpperCase()), otherwise: 'no ISO currency codes' },
  country: { fits: (value) => isCountry(value.toUpperCase()), otherwise: 'no ISO country codes' },
  contactEmail: { fits: (value) => value.includes('@'), otherwise: 'no mail addresses' },
};

/** Exports made for payment prediction carry the day on which a model expects the money; believing it would settle open invoices. */
function predictionNote({ header }: Column): string[] {
  return /^clear[_ ]?date$/i.test(header)
    ? [
        `Column ${quote(header)} can hold predicted payment days. A prediction is never taken as a payment, so it is left out.`,
      ]
    : [];
}
