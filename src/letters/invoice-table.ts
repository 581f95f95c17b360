import { formatMoney, money, type Money, sum } from '../core/money.ts';
import type { LetterInvoice } from './facts.ts';
import type { Wording } from './languages/wording.ts';
import type { Column, LetterPart } from './letter.ts';

/** The invoices line by line and their sum, one for each currency. */
export function invoiceTable(
  invoices: readonly LetterInvoice[],
  wording: Wording,
  showsDaysOverdue: boolean,
): LetterPart {
  const cells = columnsIn(wording, restsAnywhere(invoices)).filter(({ key }) =>
    isShown(key, invoices, showsDaysOverdue),
  );
  return {
    kind: 'table',
    columns: cells.map(({ title, align }) => ({ title, align })),
    rows: invoices.map((invoice) => cells.map(({ write }) => write(invoice))),
    totals: sumsOf(invoices).map((total) => ({
      label: wording.total,
      sum: formatMoney(total, wording.locale),
    })),
  };
}

/** All sums in one phrase: `€8,300.00 and $1,200.00`. */
export function sumsInWords(invoices: readonly Pick<LetterInvoice, 'amount'>[], { locale }: Wording): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format(sumsOf(invoices).map((total) => formatMoney(total, locale)));
}

/** All that is open of an invoice, demanded or not. */
export function openOf({ amount, rests }: Pick<LetterInvoice, 'amount' | 'rests'>): Money {
  return rests === undefined ? amount : sum([amount, rests], amount.currency);
}

/** What was paid and credited is shown where there is any, and with it what was invoiced. */
function isShown(
  key: InvoiceColumn['key'],
  invoices: readonly LetterInvoice[],
  showsDaysOverdue: boolean,
): boolean {
  switch (key) {
    case 'daysOverdue':
      return showsDaysOverdue;
    case 'paid':
      return invoices.some(({ paid }) => paid !== undefined);
    case 'credited':
      return invoices.some(({ credited }) => credited !== undefined);
    case 'invoiced':
      return invoices.some(({ paid, credited }) => paid !== undefined || credited !== undefined);
    case 'open':
    case 'rests':
      return restsAnywhere(invoices);
    default:
      return true;
  }
}

/** One sum a currency, in the order of their codes. */
export function sumsOf(invoices: readonly Pick<LetterInvoice, 'amount'>[]): readonly Money[] {
  const amounts = invoices.map((invoice) => invoice.amount);
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    sum(
      amounts.filter((amount) => amount.currency === currency),
      currency,
    ),
  );
}

function restsAnywhere(invoices: readonly LetterInvoice[]): boolean {
  return invoices.some(({ rests }) => rests !== undefined);
}

interface InvoiceColumn extends Column {
  readonly key: keyof LetterInvoice | 'invoiced' | 'open';
  readonly write: (invoice: LetterInvoice) => string;
}

/** Where nothing rests, what is demanded is what is open, and called so. */
function columnsIn({ columns, date, locale }: Wording, someRests: boolean): readonly InvoiceColumn[] {
  return [
    { key: 'number', title: columns.number, align: 'left', write: ({ number }) => number },
    { key: 'issued', title: columns.issued, align: 'left', write: ({ issued }) => date(issued) },
    { key: 'due', title: columns.due, align: 'left', write: ({ due }) => date(due) },
    {
      key: 'daysOverdue',
      title: columns.daysOverdue,
      align: 'right',
      write: ({ daysOverdue }) => `${daysOverdue}`,
    },
    {
      key: 'invoiced',
      title: columns.invoiced,
      align: 'right',
      write: (invoice) => formatMoney(invoicedOf(invoice), locale),
    },
    { key: 'paid', title: columns.paid, align: 'right', write: ({ paid }) => less(paid, locale) },
    {
      key: 'credited',
      title: columns.credited,
      align: 'right',
      write: ({ credited }) => less(credited, locale),
    },
    {
      key: 'open',
      title: columns.amount,
      align: 'right',
      write: (invoice) => formatMoney(openOf(invoice), locale),
    },
    { key: 'rests', title: columns.rests, align: 'right', write: ({ rests }) => less(rests, locale) },
    {
      key: 'amount',
      title: someRests ? columns.demanded : columns.amount,
      align: 'right',
      write: ({ amount }) => formatMoney(amount, locale),
    },
  ];
}

function invoicedOf({ paid, credited, ...invoice }: LetterInvoice): Money {
  const open = openOf(invoice);
  return sum([open, ...(paid ? [paid] : []), ...(credited ? [credited] : [])], open.currency);
}

function less(amount: Money | undefined, locale: string): string {
  return amount === undefined ? '' : formatMoney(money(-amount.amount, amount.currency), locale);
}
