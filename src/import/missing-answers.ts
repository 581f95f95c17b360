import type { Currency } from '../core/money.ts';
import type { NumberStyle } from './amounts.ts';
import type { DateStyle } from './dates.ts';
import { quote } from './reading.ts';
import type { ColumnOf } from './styles.ts';

/** Something without which the file cannot be read, and the question that asks for it. */
export interface Missing {
  readonly answer:
    'invoiceNumber' | 'customer' | 'issuedOn' | 'dueOn' | 'amount' | 'currency' | 'dateOrder' | 'decimal';
  readonly question: string;
  readonly suggestion?: string;
}

export interface Known {
  readonly mapping: ColumnOf;
  readonly dates: DateStyle;
  readonly numbers: NumberStyle;
  readonly suggestedCurrency?: Currency | undefined;
}

/** What must be asked before the file can be read; columns first, because without them nothing else matters. */
export function missingAnswers({ mapping, dates, numbers, suggestedCurrency }: Known): Missing[] {
  const missing: Missing[] = [];
  if (!mapping.invoiceNumber) missing.push(column('invoiceNumber', 'invoice number', 'Invoice number'));
  if (!mapping.customerNumber && !mapping.customerName)
    missing.push(column('customer', 'customer', 'Customer number'));
  if (!mapping.issuedOn) missing.push(column('issuedOn', 'issue date', 'Invoice date'));
  if (!mapping.dueOn) missing.push(column('dueOn', 'due date', 'Due date'));
  if (!mapping.amount && !mapping.openAmount) missing.push(column('amount', 'amount', 'Amount'));
  if (!mapping.currency) missing.push(currencyQuestion(suggestedCurrency));
  if (dates.order === 'ambiguous') missing.push(dateOrderQuestion(dates.example, numbers));
  if (numbers.decimal === 'ambiguous') missing.push(decimalQuestion(numbers.example));
  return missing;
}

function column(answer: Missing['answer'], what: string, header: string): Missing {
  return {
    answer,
    question: `Which column holds the ${what}? Call it "${header}" in the file and send it again.`,
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
