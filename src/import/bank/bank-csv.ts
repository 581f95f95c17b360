import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { type Currency, money } from '../../core/money.ts';
import { numberStyle, readAmount } from '../amounts.ts';
import { isCurrency } from '../codes.ts';
import { type DateOrder, dateStyle, readDay } from '../dates.ts';
import type { DecimalMark } from '../plain-decimal.ts';
import type { Reading } from '../reading.ts';
import { cellText, readTable, type Table, type TableRow, valuesOf } from '../table.ts';
import { areOfAnAccount, type BankColumns, bankColumns, type BankField } from './bank-columns.ts';
import { checkRunningBalance } from './balances.ts';
import { numberedKeys } from './keys.ts';
import type { BankFile, StatementLine } from './statement.ts';

/** What a table of a bank may leave open: the workspace's habits, until somebody says otherwise. */
export interface BankAnswers {
  readonly dateOrder: DateOrder;
  readonly currency: Currency | undefined;
  readonly decimal: DecimalMark | undefined;
}

export function isBankTable(bytes: Uint8Array, fileName: string): boolean {
  try {
    return areOfAnAccount(readTable(beginningOf(bytes), fileName).columns);
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Columns show in the first rows; a big export of open items need not be read twice to see that it is none. */
const enoughBytes = 65_536;

/** Whole rows, so that no quotation mark loses its partner; a workbook cannot be cut. */
function beginningOf(bytes: Uint8Array): Uint8Array {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const end = bytes.subarray(0, enoughBytes).lastIndexOf(0x0a);
  return isWorkbook || bytes.length <= enoughBytes || end < 0 ? bytes : bytes.subarray(0, end);
}

/**
 * Reads a bank's table: a signed amount or two columns, dates and decimal marks as the whole file writes them. It has
 * no closing balance that a bank vouches for, so it covers no day.
 * @throws DomainError `invalid`, naming the row and the value.
 */
export function readBankCsv(bytes: Uint8Array, fileName: string, answers: BankAnswers): BankFile {
  const table = readTable(bytes, fileName);
  const reader = readerOf(table, fileName, answers);
  const rows = table.rows.map((row) => readRow(row, reader)).filter((row) => row.line.amount.amount > 0n);
  const keys = numberedKeys(rows.map(({ identity }) => identity));
  const lines = rows.map(({ line }, index) => ({ key: keys[index] ?? '', ...line }));
  const balances = rows.flatMap(({ row, balance, line }) =>
    balance === undefined ? [] : [{ row, balance, line }],
  );
  const faults = balances.length < rows.length ? [] : checkRunningBalance(fileName, balances);
  return {
    format: 'CSV',
    statements: [{ id: fileName, account: rows[0]?.account ?? '', lines, pending: 0, faults }],
  };
}

interface Reader {
  readonly fileName: string;
  readonly columns: BankColumns;
  readonly order: DateOrder;
  readonly decimal: DecimalMark;
  readonly currency: Currency | undefined;
}

function readerOf(table: Table, fileName: string, answers: BankAnswers): Reader {
  const columns = bankColumns(table.columns);
  const values = (...fields: readonly BankField[]): readonly string[] =>
    fields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : valuesOf(table, column);
    });
  const { order } = dateStyle(values('bookedOn', 'valuedOn'));
  const numbers = numberStyle(values('amount', 'debit', 'credit', 'balance'));
  if (numbers.decimal === 'ambiguous' && answers.decimal === undefined)
    throw new DomainError(
      'invalid',
      `${fileName}: whether "${numbers.example}" has a decimal comma or groups its thousands cannot be told: download it with two decimals, or as camt.053.`,
    );
  return {
    fileName,
    columns,
    order: order === 'DMY' || order === 'MDY' ? order : answers.dateOrder,
    decimal: numbers.decimal === '.' || numbers.decimal === ',' ? numbers.decimal : (answers.decimal ?? '.'),
    currency: numbers.currency ?? answers.currency,
  };
}

interface Row {
  readonly row: number;
  readonly line: Omit<StatementLine, 'key'>;
  readonly identity: readonly string[];
  readonly account: string;
  readonly balance: bigint | undefined;
}

function readRow(row: TableRow, reader: Reader): Row {
  const cell = (field: BankField): string => {
    const column = reader.columns[field];
    return column === undefined ? '' : cellText(row, column);
  };
  const currency = currencyOf(cell('currency'), reader, row.row);
  const signed = signedAmount(cell, reader, currency, row.row);
  const bookedOn = dayOf(cell('bookedOn'), reader, row.row);
  const valuedOn = cell('valuedOn') === '' ? undefined : dayOf(cell('valuedOn'), reader, row.row);
  const [name, endToEndId] = [cell('name').slice(0, 140), cell('endToEndId')];
  const iban = cell('iban').replace(/\s/g, '').toUpperCase().slice(0, 40);
  const remittance = cell('remittance').slice(0, 1000);
  const balance = cell('balance') === '' ? undefined : amountOf(cell('balance'), reader, currency, row.row);
  const sum = [bookedOn, String(signed), currency];
  const told = cell('reference') === '' ? [name, iban, remittance, endToEndId] : [cell('reference')];
  return {
    row: row.row,
    account: cell('account').replace(/\s/g, ''),
    balance,
    identity: ['csv', cell('account'), ...sum, ...told, balance === undefined ? '' : String(balance)],
    line: {
      direction: signed < 0n ? 'out' : 'in',
      reversal: /r(?:ü|ue)cklastschrift|r(?:ü|ue)ckbuchung|retoure|chargeback|returned|reversal/i.test(
        remittance,
      ),
      amount: money(signed < 0n ? -signed : signed, currency),
      bookedOn,
      ...(valuedOn && { valuedOn }),
      ...(name !== '' && { name }),
      ...(iban !== '' && { iban }),
      ...(endToEndId !== '' && { endToEndId }),
      remittance,
    },
  };
}

function signedAmount(
  cell: (field: BankField) => string,
  reader: Reader,
  currency: Currency,
  row: number,
): bigint {
  const [amount, debit, credit] = [cell('amount'), cell('debit'), cell('credit')];
  if (amount !== '') {
    const value = amountOf(amount, reader, currency, row);
    return /^(?:s|soll|d|dr|dbit|debit)$/i.test(cell('sign')) && value > 0n ? -value : value;
  }
  const [out, into] = [debit, credit].map((text) =>
    text === '' ? 0n : amountOf(text, reader, currency, row),
  );
  return (into ?? 0n) - absolute(out ?? 0n);
}

const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

function amountOf(text: string, reader: Reader, currency: Currency, row: number): bigint {
  return valueOf(readAmount(text, reader.decimal, currency, 'amount'), reader, row).amount;
}

function dayOf(text: string, reader: Reader, row: number): BusinessDate {
  return businessDate(valueOf(readDay(text, reader.order, 'date'), reader, row));
}

function currencyOf(text: string, reader: Reader, row: number): Currency {
  const named = text === '' ? reader.currency : text.toUpperCase();
  if (named !== undefined && isCurrency(named)) return named;
  return refuseRow(reader, row, text === '' ? 'no currency is named' : `currency "${text}" does not exist`);
}

function valueOf<T>(reading: Reading<T>, reader: Reader, row: number): T {
  return 'value' in reading ? reading.value : refuseRow(reader, row, reading.reason);
}

function refuseRow({ fileName }: Reader, row: number, reason: string): never {
  throw new DomainError('invalid', `${fileName}: row ${row}: ${reason}. Nothing of the file was booked.`);
}
