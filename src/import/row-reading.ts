import { DomainError } from '../core/error.ts';
import { type Currency, minorDigits } from '../core/money.ts';
import type { DateOrder } from './dates.ts';
import type { FileKind } from './kind.ts';
import { missingAnswers } from './missing-answers.ts';
import type { DecimalMark } from './plain-decimal.ts';
import type { RowReading } from './row-cells.ts';
import { type ColumnOf, findStyles } from './styles.ts';
import type { Table } from './table.ts';

/** What a person confirmed or answered about a file of any kind. `recognise(…).mapping` fits as it is. */
export interface RowAnswers {
  readonly mapping: ColumnOf;
  /** For rows that name no currency. */
  readonly currency?: Currency;
  /** Overrule what the values prove. */
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
}

/**
 * How a file's rows are read: as its values prove, and where they do not, as answered.
 * @throws DomainError `invalid` with the first question that is still to be answered, or for a currency there is not.
 */
export function rowReading(
  table: Table,
  { mapping, currency, ...answers }: RowAnswers,
  kind: FileKind,
): RowReading {
  const { dates, numbers, floatTails } = findStyles(table, mapping);
  const needed = missingAnswers({ kind, mapping, dates, numbers });
  const answered = new Set(Object.keys({ ...answers, ...(currency && { currency }) }));
  const [missing] = needed.filter(({ answer }) => !answered.has(answer));
  if (currency !== undefined) minorDigits(currency);
  if (missing !== undefined) throw new DomainError('invalid', missing.question);
  return {
    columns: table.columns,
    delimiter: table.delimiter,
    mapping,
    currency,
    floatTails,
    dateOrder: answers.dateOrder ?? (dates.order === 'MDY' ? 'MDY' : 'DMY'),
    decimal: answers.decimal ?? (numbers.decimal === ',' ? ',' : '.'),
  };
}
