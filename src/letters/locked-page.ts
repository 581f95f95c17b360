import type { BusinessDate } from '../core/calendar/business-date.ts';
import type { HoldKind } from '../core/hold/kind.ts';
import type { Creditor, LetterFacts, LetterInvoice } from './facts.ts';
import type { Language } from './languages/language.ts';
import type { LockedWording } from './languages/locked/wording.ts';
import type { Wording } from './languages/wording.ts';
import { wordings } from './languages/wordings.ts';
import { sumsInWords } from './invoice-table.ts';
import { paymentLines, paymentPart } from './payment-part.ts';

/** What the page is made from: the debt, how to pay it, and where it was written about. */
export interface LockedFacts extends Pick<
  LetterFacts,
  'language' | 'date' | 'asOf' | 'creditor' | 'recipient'
> {
  readonly held: HoldKind;
  /** What it is for, the oldest first; at least one. */
  readonly invoices: readonly LetterInvoice[];
  /** From when naming a day of payment opens it; a later day than the page's when that was done lately. */
  readonly promiseFrom: BusinessDate;
  /** Who looks after the customer. */
  readonly manager?: string;
  /** The letters that warned of it, in order. */
  readonly written: readonly { readonly on: BusinessDate; readonly to: string }[];
}

export interface LockedPage {
  readonly language: Language;
  readonly title: string;
  /** Paragraphs, an empty line between two. */
  readonly text: string;
}

/** The words for the page that a locked service shows: what is owed and since when, how it ends, whom to ask. */
export function lockedPage(facts: LockedFacts): LockedPage {
  const { language, held } = facts;
  const wording = wordings[language];
  const words = wording.locked;
  const byPromise = facts.promiseFrom <= facts.date;
  const paragraphs = [
    `${debt(facts, words, wording)} ${words.oversight}`,
    howToPay(facts, wording),
    words.ends(held, byPromise) +
      (byPromise ? '' : ` ${words.promiseAgainFrom(wording.date(facts.promiseFrom))}`),
    whom(facts.creditor, facts.manager, words),
    whereWritten(facts, words, wording),
    words.paid,
  ];
  return { language, title: words.title[held], text: paragraphs.filter((one) => one !== '').join('\n\n') };
}

function debt({ held, invoices, asOf }: LockedFacts, words: LockedWording, wording: Wording): string {
  const oldest = invoices.map(({ due }) => due).toSorted()[0] ?? asOf;
  return words.because(held, {
    count: invoices.length,
    numbers: numbersOf(invoices, wording),
    sum: sumsInWords(invoices, wording),
    since: wording.date(oldest),
    asOf: wording.date(asOf),
  });
}

/** A page is no statement: of many, the oldest are named. */
const mostNamed = 6;

function numbersOf(invoices: readonly LetterInvoice[], wording: Wording): string {
  const numbers = invoices.slice(0, mostNamed).map(({ number }) => number);
  return invoices.length > mostNamed ? `${numbers.join(', ')} …` : listed(numbers, wording);
}

function howToPay(facts: LockedFacts, wording: Wording): string {
  const part = paymentPart(facts, wording);
  if (part.kind === 'payment') return [`${part.title}:`, ...paymentLines(part)].join('\n');
  return wording.accountOnInvoices;
}

function whom({ replyTo }: Creditor, manager: string | undefined, words: LockedWording): string {
  return [
    ...(manager === undefined ? [] : [words.manager(manager)]),
    ...(replyTo === undefined ? [] : [words.questions(replyTo)]),
  ].join(' ');
}

function whereWritten({ written }: LockedFacts, words: LockedWording, wording: Wording): string {
  if (written.length === 0) return '';
  const places = written.map(({ on, to }) => words.place(wording.date(on), to));
  return words.written(written.length, listed(places, wording));
}

function listed(items: readonly string[], { locale }: Wording): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}
