import { type Currency, money, type Money } from '../core/money.ts';
import { type ReadAmount, readAmount } from './amounts.ts';
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
  const twoColumns = file.mapping.debit !== undefined || file.mapping.credit !== undefined;
  const written = twoColumns ? ofTwoColumns(cells, currency) : ofOneColumn(cells, currency);
  if (written === undefined) return undefined;
  const side = take('side', readSide(textOf('side')));
  if (side === undefined) return undefined;
  return signed(cells, written, { type, side, currency });
}

interface WrittenSums {
  /** The column that is named when the sums do not fit together. */
  readonly field: 'amount' | 'openAmount' | 'debit';
  readonly total: ReadAmount;
  readonly open: ReadAmount;
}

function ofOneColumn({ file, textOf, take }: RowCells, currency: Currency): WrittenSums | undefined {
  const field = file.mapping.openAmount ? 'openAmount' : 'amount';
  const totalField = textOf('amount') === '' ? field : 'amount';
  const read = (of: typeof field): ReadAmount | undefined =>
    take(of, readAmount(textOf(of), file.decimal, currency, names[of]));
  const open = read(field);
  const total = totalField === field ? open : read(totalField);
  if (open === undefined || total === undefined) return undefined;
  const isPaid = !file.mapping.openAmount && /^(?:fully )?(?:paid|bezahlt)$/i.test(textOf('status'));
  return { field, total, open: isPaid ? { amount: 0n, rounded: false } : open };
}

/** What was credited of a document stands beside its debit; alone it is a credit note, or a payment not yet allocated. */
function ofTwoColumns({ file, textOf, take }: RowCells, currency: Currency): WrittenSums | undefined {
  const read = (of: 'debit' | 'credit'): ReadAmount | undefined =>
    textOf(of) === ''
      ? { amount: 0n, rounded: false }
      : take(of, readAmount(textOf(of), file.decimal, currency, of));
  const [debit, credit] = [read('debit'), read('credit')];
  if (debit === undefined || credit === undefined) return undefined;
  const open = { amount: debit.amount - credit.amount, rounded: debit.rounded || credit.rounded };
  return { field: 'debit', total: debit.amount === 0n ? open : debit, open };
}

interface Signs {
  readonly type: 'credit_note' | 'by_sign';
  readonly side: 1n | -1n;
  readonly currency: Currency;
}

function signed(
  { textOf, take }: RowCells,
  { field, total, open }: WrittenSums,
  { type, side, currency }: Signs,
): Sums | undefined {
  const fault = sumsFault(total.amount, open.amount, textOf(field));
  if (fault !== undefined) return take(field, fault);
  const isCredit = type === 'credit_note' || side === -1n;
  const sign = isCredit && total.amount > 0n ? -1n : 1n;
  return {
    kind: sign * total.amount < 0n ? 'credit_note' : 'invoice',
    total: money(sign * total.amount, currency),
    open: money(sign * open.amount, currency),
    rounded: open.rounded || total.rounded,
  };
}

const names = { amount: 'amount', openAmount: 'open amount' } as const;

/** Credit (H, Haben) is ours to give; an amount that has its own minus already keeps it. */
function readSide(text: string): Reading<1n | -1n> {
  const side = sides.get(text.toLowerCase());
  return side === undefined
    ? { reason: `${quote(text)} is neither debit nor credit: write S or H, D or C` }
    : { value: side };
}

const sides: ReadonlyMap<string, 1n | -1n> = new Map([
  ...['', 's', 'soll', 'd', 'debit'].map((word) => [word, 1n] as const),
  ...['h', 'haben', 'c', 'credit'].map((word) => [word, -1n] as const),
]);

function readCurrency(text: string, otherwise: Currency | undefined): Reading<Currency> {
  const code = text === '' ? otherwise : text.toUpperCase();
  if (code === undefined) return { reason: 'currency is empty' };
  return isCurrency(code) ? { value: code } : { reason: `currency ${quote(text)} is no ISO 4217 code` };
}

/** Words of document types, tried in this order. Short codes differ from system to system; their sums' signs tell. */
function readType(text: string): Reading<'credit_note' | 'by_sign'> {
  if (/payment|zahlung/i.test(text))
    return { reason: `document type ${quote(text)} is a payment, not an invoice` };
  return { value: /credit|refund|gutschrift|nota di credito|avoir/i.test(text) ? 'credit_note' : 'by_sign' };
}

function sumsFault(total: bigint, open: bigint, openText: string): { readonly reason: string } | undefined {
  if (total === 0n) return { reason: `amount ${quote(openText)} is zero` };
  const fits = total > 0n ? open >= 0n && open <= total : open <= 0n && open >= total;
  return fits ? undefined : { reason: `open amount ${quote(openText)} is not within the document's amount` };
}
