import { type NumberStyle, numberStyle } from './amounts.ts';
import type { Field } from './column-names.ts';
import { type DateStyle, dateStyle } from './dates.ts';
import { type Table, valuesOf } from './table.ts';

/** Which column holds which field, as far as reading needs it. */
export type ColumnOf = Readonly<Partial<Record<Field, { readonly column: number }>>>;

/** How a file writes what can be written in several ways. */
export interface Styles {
  readonly dates: DateStyle;
  readonly numbers: NumberStyle;
  /** Fields whose numbers all went through a floating-point column (`1930676042.0`); the tail is not part of them. */
  readonly floatTails: readonly Field[];
}

export function findStyles(table: Table, mapping: ColumnOf): Styles {
  const values = (field: Field): string[] => {
    const place = mapping[field];
    return place === undefined ? [] : valuesOf(table, place.column);
  };
  return {
    dates: dateStyle([...values('issuedOn'), ...values('dueOn'), ...values('settledOn')]),
    numbers: numberStyle(
      (['amount', 'openAmount', 'debit', 'credit', 'creditLimit'] as const).flatMap(values),
    ),
    floatTails: (['invoiceNumber', 'customerNumber', 'purchaseOrder', 'creditNoteNumber'] as const).filter(
      (field) => allFloats(values(field)),
    ),
  };
}

/** One number without the tail proves that the file writes numbers as they are. */
function allFloats(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /^\d+\.0$/.test(value));
}
