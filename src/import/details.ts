import { isCountry } from './codes.ts';
import type { Field } from './column-names.ts';
import { maxTextLength, readText } from './texts.ts';

/** What a row may tell beside the invoice itself. Nothing of it is needed to collect, so nothing of it makes a row bad. */
export interface Details {
  /** ISO 3166-1, two capital letters. */
  readonly country?: string;
  readonly ownerName?: string;
  readonly contactName?: string;
  readonly contactEmail?: string;
  readonly contactPhone?: string;
  readonly terms?: string;
  /** Number of the last step of the ladder that this invoice was given before Dunwell. */
  readonly dunnedUpTo?: number;
  readonly businessUnit?: string;
  readonly purchaseOrder?: string;
  /** The file says that it was disputed once, which is no open dispute. */
  readonly wasDisputed?: boolean;
}

/** A detail that was given and cannot be one. */
export interface LeftOut {
  readonly field: keyof Details;
  readonly value: string;
}

export interface ReadDetails {
  readonly details: Details;
  readonly leftOut: readonly LeftOut[];
}

/** `textOf` gives a field's cell; empty when the row or the file has none. */
export function readDetails(textOf: (field: Field) => string): ReadDetails {
  const given = detailFields
    .map((field) => ({ field, value: textOf(field) }))
    .filter(({ value }) => value !== '');
  const read = given.map(({ field, value }) => ({ field, value, detail: readers[field](value) }));
  return {
    details: Object.fromEntries(
      read.filter(({ detail }) => detail !== undefined).map(({ field, detail }) => [field, detail]),
    ),
    leftOut: read.filter(({ detail }) => detail === undefined),
  };
}

type Reader<T> = (text: string) => T | undefined;

const readers: { readonly [F in keyof Required<Details>]: Reader<Details[F]> } = {
  country: (text) => (isCountry(text.toUpperCase()) ? text.toUpperCase() : undefined),
  ownerName: printableText,
  contactName: printableText,
  contactEmail: (text) =>
    /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text) ? printableText(text) : undefined,
  contactPhone: printableText,
  terms: printableText,
  dunnedUpTo: (text) => (/^[1-9]\d?$/.test(text) ? Number(text) : undefined),
  businessUnit: printableText,
  purchaseOrder: printableText,
  wasDisputed: (text) => yesOrNo.get(text.toLowerCase()),
};

const detailFields = Object.keys(readers) as readonly (keyof Details)[];

const yesOrNo: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1', 'x', 'ja', 'j'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', 'nein'].map((word) => [word, false] as const),
]);

function printableText(text: string): string | undefined {
  const reading = readText(text, maxTextLength, '');
  return 'value' in reading ? reading.value : undefined;
}
