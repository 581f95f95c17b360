import { DomainError } from '../core/error.ts';
import type { LetterFacts, LetterInvoice } from './facts.ts';
import { letterHtml } from './html.ts';
import { invoiceTable, sumsInWords } from './invoice-table.ts';
import type { LetterWording, Spoken, Wording } from './languages/wording.ts';
import { wordings } from './languages/wordings.ts';
import type { Letter, LetterKind, LetterPart } from './letter.ts';
import { paymentPart } from './payment-part.ts';
import { letterText } from './text.ts';

/** What distinguishes one kind of letter from the others. */
export interface Draft<What extends Spoken> {
  readonly kind: LetterKind;
  readonly words: (wording: Wording) => LetterWording<What>;
  readonly what: (spoken: Spoken, wording: Wording) => What;
  /** Stands behind the paragraphs about payment. */
  readonly annex?: (wording: Wording) => readonly LetterPart[];
  readonly showsDaysOverdue: boolean;
}

/** Writes a letter from its facts. Throws `invalid` for a letter about nothing. */
export function compose<What extends Spoken>(facts: LetterFacts, draft: Draft<What>): Letter {
  const { language, date, creditor, recipient } = facts;
  const wording = wordings[language];
  const words = draft.words(wording);
  const what = draft.what(spokenFacts(facts, wording), wording);
  const parts = [
    ...paragraphs([wording.greeting(recipient), ...words.before(what)]),
    invoiceTable(facts.invoices, wording, draft.showsDaysOverdue),
    ...whatRests(facts, wording),
    ...paragraphs(words.after(what)),
    ...(draft.annex?.(wording) ?? []),
    ...enclosures(facts, wording),
    paymentPart(facts, wording),
    ...questions(facts, wording),
    { kind: 'lines', lines: [wording.closing, creditor.name] } as const,
  ];
  return {
    kind: draft.kind,
    language,
    date,
    creditor,
    recipient,
    subject: words.subject(what),
    parts,
    text: letterText(parts),
    html: letterHtml(parts, language),
    fileName: `${draft.kind.replace(' ', '-')}-${date}.pdf`,
  };
}

function spokenFacts(facts: LetterFacts, wording: Wording): Spoken {
  const first: LetterInvoice | undefined = facts.invoices[0];
  if (first === undefined) {
    throw new DomainError(
      'invalid',
      `A letter to ${facts.recipient.name} names no invoice: choose at least one.`,
    );
  }
  return {
    count: facts.invoices.length,
    number: first.number,
    sum: sumsInWords(facts.invoices, wording),
    asOf: wording.date(facts.asOf),
  };
}

function whatRests({ invoices }: LetterFacts, wording: Wording): readonly LetterPart[] {
  const resting = invoices.flatMap(({ rests: amount }) => (amount === undefined ? [] : [{ amount }]));
  return paragraphs(resting.length === 0 ? [] : [wording.rests(sumsInWords(resting, wording))]);
}

function enclosures({ enclosed = [], onRequest = [] }: LetterFacts, wording: Wording): readonly LetterPart[] {
  const list = (numbers: readonly string[]): string =>
    new Intl.ListFormat(wording.locale, { type: 'conjunction' }).format(numbers);
  return paragraphs([
    ...(enclosed.length === 0 ? [] : [wording.enclosed(enclosed.length, list(enclosed))]),
    ...(onRequest.length === 0 ? [] : [wording.onRequest(list(onRequest))]),
  ]);
}

function questions({ creditor }: LetterFacts, wording: Wording): readonly LetterPart[] {
  return paragraphs(creditor.replyTo ? [wording.questions(creditor.replyTo)] : []);
}

function paragraphs(texts: readonly string[]): readonly LetterPart[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}
