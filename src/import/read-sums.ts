import { type Currency, money, type Money } from '../core/money.ts';
import { readAmount } from './amounts.ts';
import { isCurrency } from './codes.ts';
import { quote, type Reading } from './reading.ts';
import type { RowCells } from './row-cells.ts';

export interface Sums {
  readonly kind: 'invoice' | 'credit_note';
  readonly total: Money;
  readonly open: Money;
  /** A sum had more decimals than its currency. */
  readonly rounded: boolean;
}

/** Document's sum and open sum of a row; negative for a credit note, whichever way the file says that it is one. */
export function readSums(cells: RowCells): Sums | undefined {
  const { file, textOf, take } = cells;
  const currency = take('currency', readCurrency(textOf('currency'), file.currency));
  const type = take('documentType', readType(textOf('documentType')));
  if (currency === undefined || type === undefined) return undefined;
  const openField = file.mapping.openAmount ? 'openAmount' : 'amount';
  const totalField = textOf('amount') === '' ? openField : 'amount';
  const open = take(openField, readAmount(textOf(openField), file.decimal, currency, names[openField]));
  const total =
    totalField === openField
      ? open
      : take(totalField, readAmount(textOf(totalField), file.decimal, currency, names[totalField]));
  if (open === undefined || total === undefined) return undefined;
  const fault = sumsFault(total.amount, open.amount, textOf(openField));
  if (fault !== undefined) return take(openField, fault);
  const sign = type === 'credit_note' && total.amount > 0n ? -1n : 1n;
  return {
    kind: sign * total.amount < 0n ? 'credit_note' : 'invoice',
    total: money(sign * total.amount, currency),
    open: money(sign * open.amount, currency),
    rounded: open.rounded || total.rounded,
  };
}

const names = { amount: 'amount', openAmount: 'open amount' } as const;

function readCurrency(text: string, otherwise: Currency | undefined): Reading<Currency> {
  const code = text === '' ? otherwise : text.toUpperCase();
  if (code === undefined) return { reason: 'currency is empty' };
  return isCurrency(code) ? { value: code } : { reason: `currency ${quote(text)} is no ISO 4217 code` };
}

/** Words of document types, tried in this order. Short codes differ from system to system; their sums' signs tell. */
function readType(text: string): Reading<'credit_note' | 'by_sign'> {
  if (/payment|zahlung/i.test(text))
    return { reason: `document type ${quote(text)} is a payment, not an invoice` };
  return { value: /credit|gutschrift/i.test(text) ? 'credit_note' : 'by_sign' };
}

function sumsFault(total: bigint, open: bigint, openText: string): { readonly reason: string } | undefined {
  if (total === 0n) return { reason: `amount ${quote(openText)} is zero` };
  const fits = total > 0n ? open >= 0n && open <= total : open <= 0n && open >= total;
  return fits ? undefined : { reason: `open amount ${quote(openText)} is not within the document's amount` };
}
