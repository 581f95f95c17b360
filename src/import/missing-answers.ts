import type { Currency } from '../core/money.ts';
import type { NumberStyle } from './amounts.ts';
import type { DateStyle } from './dates.ts';
import type { FileKind } from './kind.ts';
import { quote } from './reading.ts';
import type { ColumnOf } from './styles.ts';

/** Something without which the file cannot be read, and the question that asks for it. */
export interface Missing {
  readonly answer:
    | 'invoiceNumber'
    | 'creditNoteNumber'
    | 'customer'
    | 'issuedOn'
    | 'dueOn'
    | 'settledOn'
    | 'amount'
    | 'currency'
    | 'dateOrder'
    | 'decimal';
  readonly question: string;
  readonly suggestion?: string;
}

export interface Known {
  readonly kind: FileKind;
  readonly mapping: ColumnOf;
  readonly dates: DateStyle;
  readonly numbers: NumberStyle;
  readonly suggestedCurrency?: Currency | undefined;
}

/** What must be asked before the file can be read; columns first, because without them nothing else matters. */
export function missingAnswers({ kind, mapping, dates, numbers, suggestedCurrency }: Known): Missing[] {
  const has = (...names: readonly (keyof ColumnOf)[]): boolean =>
    names.some((name) => mapping[name] !== undefined);
  const missing = needed[kind].filter(({ fields }) => !has(...fields)).map(columnQuestion);
  const hasSums = kind !== 'customers' || has('creditLimit');
  if (hasSums && !has('currency')) missing.push(currencyQuestion(suggestedCurrency));
  if (dates.order === 'ambiguous') missing.push(dateOrderQuestion(dates.example, numbers));
  if (numbers.decimal === 'ambiguous') missing.push(decimalQuestion(numbers.example));
  return missing;
}

/** A column without which no row can be read: one of these fields will do. */
interface Needed {
  readonly answer: Missing['answer'];
  readonly fields: readonly (keyof ColumnOf)[];
  readonly what: string;
  readonly header: string;
}

const customer: Needed = {
  answer: 'customer',
  fields: ['customerNumber', 'customerName'],
  what: 'customer',
  header: 'Customer number',
};
const invoice: Needed = {
  answer: 'invoiceNumber',
  fields: ['invoiceNumber'],
  what: 'invoice number',
  header: 'Invoice number',
};
const amount: Needed = { answer: 'amount', fields: ['amount'], what: 'amount', header: 'Amount' };

const needed: Readonly<Record<FileKind, readonly Needed[]>> = {
  'open items': [
    invoice,
    customer,
    { answer: 'issuedOn', fields: ['issuedOn'], what: 'issue date', header: 'Invoice date' },
    { answer: 'dueOn', fields: ['dueOn'], what: 'due date', header: 'Due date' },
    { ...amount, fields: ['amount', 'openAmount', 'debit', 'credit'] },
  ],
  customers: [customer],
  'credit notes': [
    {
      answer: 'creditNoteNumber',
      fields: ['creditNoteNumber'],
      what: 'credit note number',
      header: 'Credit note number',
    },
    { ...customer, fields: [...customer.fields, 'invoiceNumber'] },
    { answer: 'issuedOn', fields: ['issuedOn'], what: 'day of the credit note', header: 'Date' },
    amount,
  ],
  payments: [
    { ...customer, fields: [...customer.fields, 'invoiceNumber'] },
    { answer: 'settledOn', fields: ['settledOn'], what: 'day of the payment', header: 'Payment date' },
    amount,
  ],
};

function columnQuestion({ answer, what, header }: Needed): Missing {
  return {
    answer,
    question: `Which column holds the ${what}? Choose it under "Columns…", or call it "${header}" in the file and send it again.`,
  };
}

function currencyQuestion(suggestion: Currency | undefined): Missing {
  return {
    answer: 'currency',
    question: 'The file does not say which currency its amounts are in. Which one is it?',
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Nowhere does a decimal comma go together with the month first. */
function dateOrderQuestion(example: string, numbers: NumberStyle): Missing {
  return {
    answer: 'dateOrder',
    question: `Dates such as ${quote(example)} can be read in two ways. Does the day or the month come first?`,
    ...(numbers.decimal === ',' ? { suggestion: 'DMY' } : {}),
  };
}

function decimalQuestion(example: string): Missing {
  return {
    answer: 'decimal',
    question: `Amounts such as ${quote(example)} can be read in two ways. Is the decimal mark a point or a comma?`,
  };
}
