import { isAmount } from './amounts.ts';
import { isCountry, isCurrency } from './codes.ts';
import type { Field } from './column-names.ts';
import { fieldNamed, fields } from './columns.ts';
import { isDate } from './dates.ts';
import { type FileKind, fieldsOf, kindOf } from './kind.ts';
import type { Candidate, MappedColumn, Mapping } from './mapping.ts';
import { mend } from './mend-mapping.ts';
import { quote } from './reading.ts';
import { type Column, type Table, valuesOf } from './table.ts';

export interface MappedColumns {
  readonly kind: FileKind;
  readonly mapping: Mapping;
  readonly unmapped: readonly Column[];
  /** What a person should know about columns that were passed over. */
  readonly notes: readonly string[];
}

/** What a person said about a file: its kind, and the column of each field; fields that are not named are not in it. */
export interface Choice {
  readonly kind: FileKind;
  /** Left out: by the columns' names. */
  readonly columns?: Readonly<Partial<Record<Field, number>>>;
}

/** Which column holds which field, by the columns' names and by what stands in them; or as a person chose. */
export function mapColumns(table: Table, fileName: string, choice?: Choice): MappedColumns {
  if (choice?.columns !== undefined)
    return { kind: choice.kind, ...split(table, chosen(table, choice.kind, choice.columns)), notes: [] };
  const { candidates, misfits } = candidatesIn(table);
  const { mapping: all, notes } = mend(table, bestOfAll(candidates), candidates);
  const kind = choice?.kind ?? kindOf((field) => all[field] !== undefined, fileName);
  const { mapping, unmapped } = split(table, only(all, fieldsOf[kind]));
  const about = misfits.filter(({ field }) => fieldsOf[kind].includes(field)).map(({ note }) => note);
  return { kind, mapping, unmapped, notes: [...about, ...notes, ...unmapped.flatMap(predictionNote)] };
}

function chosen(table: Table, kind: FileKind, columns: Required<Choice>['columns']): Mapping {
  const pairs = fieldsOf[kind].flatMap((field): [Field, MappedColumn][] => {
    const column = table.columns[columns[field] ?? -1];
    return column === undefined
      ? []
      : [[field, { column: column.index, header: column.header, confidence: 'chosen' }]];
  });
  return Object.fromEntries(pairs);
}

function only(mapping: Mapping, wanted: readonly Field[]): Mapping {
  const pairs = Object.entries(mapping).filter(([field]) => (wanted as readonly string[]).includes(field));
  return Object.fromEntries(pairs);
}

function split({ columns }: Table, mapping: Mapping): Pick<MappedColumns, 'mapping' | 'unmapped'> {
  const taken = new Set(Object.values(mapping).map(({ column }) => column));
  return { mapping, unmapped: columns.filter(({ index }) => !taken.has(index)) };
}

function candidatesIn(table: Table): {
  readonly candidates: readonly Candidate[];
  readonly misfits: readonly { readonly field: Field; readonly note: string }[];
} {
  const misfits: { field: Field; note: string }[] = [];
  const candidates = table.columns.flatMap((column) => {
    const match = fieldNamed(column.header);
    if (match === undefined) return [];
    const misfit = misfitOf(match.field, valuesOf(table, column.index));
    if (misfit === undefined) return [{ column, match }];
    const note = `Column ${quote(column.header)} holds ${misfit}, so it is left out.`;
    misfits.push({ field: match.field, note });
    return [];
  });
  return { candidates, misfits };
}

function bestOfAll(candidates: readonly Candidate[]): Mapping {
  return Object.fromEntries(fields.flatMap((field) => bestFor(field, candidates)));
}

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
const mail: Expectation = { fits: (value) => value.includes('@'), otherwise: 'no mail addresses' };

const expectations: Readonly<Partial<Record<Field, Expectation>>> = {
  issuedOn: day,
  dueOn: day,
  settledOn: day,
  amount: sum,
  openAmount: sum,
  debit: sum,
  credit: sum,
  creditLimit: sum,
  currency: { fits: (value) => isCurrency(value.toUpperCase()), otherwise: 'no ISO currency codes' },
  country: { fits: (value) => isCountry(value.toUpperCase()), otherwise: 'no ISO country codes' },
  contactEmail: mail,
  ownerEmail: mail,
};

/** Exports made for payment prediction carry the day on which a model expects the money; believing it would settle open invoices. */
function predictionNote({ header }: Column): string[] {
  return /^clear[_ ]?date$/i.test(header)
    ? [
        `Column ${quote(header)} can hold predicted payment days. A prediction is never taken as a payment, so it is left out.`,
      ]
    : [];
}
