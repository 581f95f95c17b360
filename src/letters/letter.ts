import type { BusinessDate } from '../core/calendar/business-date.ts';
import type { LetterKind } from '../core/letter/kinds.ts';
import type { Creditor, Recipient } from './facts.ts';
import type { Language } from './languages/language.ts';

/** A letter in the words of its language: the mail as it goes out, and the parts that `letterPdf` prints. */
export interface Letter {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly date: BusinessDate;
  readonly creditor: Creditor;
  readonly recipient: Recipient;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  /** The same parts as the two bodies of a mail. */
  readonly text: string;
  readonly html: string;
  /** A name for the printed letter when it is attached, in plain ASCII. */
  readonly fileName: string;
}

export type LetterPart = Paragraph | TablePart | Lines | PaymentPart;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface TablePart {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** One line a currency. */
  readonly totals: readonly { readonly label: string; readonly sum: string }[];
}

/** Lines that stay lines: bank details, the closing. */
export interface Lines {
  readonly kind: 'lines';
  readonly title?: string;
  readonly lines: readonly string[];
}

/** Where to pay, line by line, and on paper the same as a code that a banking app reads. */
export interface PaymentPart {
  readonly kind: 'payment';
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** Free words of the creditor. */
  readonly more: readonly string[];
  readonly code?: { readonly payload: string; readonly caption: string };
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}
