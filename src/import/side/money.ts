import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Currency } from '../../core/money.ts';
import { readAmount } from '../amounts.ts';
import { isCurrency } from '../codes.ts';
import { readDay } from '../dates.ts';
import { quote, type Reading } from '../reading.ts';
import type { RowCells } from '../row-cells.ts';
import type { Table } from '../table.ts';
import { readNumber } from '../texts.ts';
import type { RowAnswers } from '../row-reading.ts';
import { optional, readSideRows, type SideRows } from './side-file.ts';

/** A payment or a credit note of a file. */
export interface MoneyRow {
  /** Of a credit note. */
  readonly number?: string;
  /** The invoice it is about, when the file names one. */
  readonly invoice?: string;
  readonly on: BusinessDate;
  /** Minor units, above zero. */
  readonly amount: bigint;
  readonly currency: Currency;
  readonly reference?: string;
}

/** Reads a file of payments or of credit notes. Throws `invalid` when a column or an answer is missing. */
export function readMoneyRows(
  table: Table,
  answers: RowAnswers,
  kind: 'payments' | 'credit notes',
): SideRows<MoneyRow> {
  return readSideRows(table, answers, kind, (cells) => readRow(cells, kind));
}

function readRow(cells: RowCells, kind: 'payments' | 'credit notes'): MoneyRow | undefined {
  const { textOf, take, file } = cells;
  const day = kind === 'payments' ? 'settledOn' : 'issuedOn';
  const on = take(
    day,
    readDay(textOf(day), file.dateOrder, kind === 'payments' ? 'day of the payment' : 'date'),
  );
  const currency = take('currency', readCurrency(textOf('currency'), file.currency));
  const amount =
    currency === undefined
      ? undefined
      : take('amount', readSum(textOf('amount'), file.decimal, currency, kind));
  const number = kind === 'credit notes' ? readOwnNumber(cells) : undefined;
  const invoice = textOf('invoiceNumber') === '' ? undefined : readInvoice(cells);
  const reference = optional(cells, 'paymentReference', 'reference');
  if (on === undefined || currency === undefined || amount === undefined) return undefined;
  return {
    on,
    currency,
    amount,
    ...(number && { number }),
    ...(invoice && { invoice }),
    ...(reference && { reference }),
  };
}

function readOwnNumber({ textOf, take, file }: RowCells): string | undefined {
  const floats = file.floatTails.includes('creditNoteNumber');
  return take('creditNoteNumber', readNumber(textOf('creditNoteNumber'), floats, 'credit note number'));
}

function readInvoice({ textOf, take, file }: RowCells): string | undefined {
  const floats = file.floatTails.includes('invoiceNumber');
  return take('invoiceNumber', readNumber(textOf('invoiceNumber'), floats, 'invoice number'));
}

function readCurrency(text: string, otherwise: Currency | undefined): Reading<Currency> {
  const code = text === '' ? otherwise : text.toUpperCase();
  if (code === undefined) return { reason: 'currency is empty' };
  return isCurrency(code) ? { value: code } : { reason: `currency ${quote(text)} is no ISO 4217 code` };
}

/** Credit notes may be written with a minus; a payment with one went the other way. */
function readSum(
  text: string,
  decimal: RowCells['file']['decimal'],
  currency: Currency,
  kind: 'payments' | 'credit notes',
): Reading<bigint> {
  const read = readAmount(text, decimal, currency, 'amount');
  if ('reason' in read) return read;
  const { amount } = read.value;
  if (amount === 0n) return { reason: `amount ${quote(text)} is zero` };
  if (amount > 0n || kind === 'credit notes') return { value: amount < 0n ? -amount : amount };
  return { reason: `amount ${quote(text)} is negative: record a refund with /payment instead` };
}
