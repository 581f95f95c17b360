import { DomainError } from '../core/error.ts';
import type { LetterFacts } from './facts.ts';
import { letterHtml } from './html.ts';
import { invoiceTable, sumsInWords } from './invoice-table.ts';
import type { LetterKind } from '../core/letter/kinds.ts';
import type { LetterWording, Spoken } from './languages/spoken.ts';
import type { Wording } from './languages/wording.ts';
import { wordings } from './languages/wordings.ts';
import type { Letter, LetterPart } from './letter.ts';
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
  /** It may name no invoice, and then asks for nothing. */
  readonly mayNameNone?: true;
}

/** Writes a letter from its facts. Throws `invalid` for one about nothing that must be about something. */
export function compose<What extends Spoken>(facts: LetterFacts, draft: Draft<What>): Letter {
  const { language, date, creditor, recipient } = facts;
  const wording = wordings[language];
  if (facts.invoices.length === 0 && draft.mayNameNone === undefined) throw namesNone(facts);
  const words = draft.words(wording);
  const what = draft.what(spokenFacts(facts, wording), wording);
  const parts = [
    ...paragraphs([wording.greeting(recipient), ...words.before(what)]),
    ...named(facts, [invoiceTable(facts.invoices, wording, draft.showsDaysOverdue)]),
    ...whatRests(facts, wording),
    ...paragraphs(words.after(what)),
    ...warning(facts, wording),
    ...(draft.annex?.(wording) ?? []),
    ...enclosures(facts, wording),
    ...named(facts, [paymentPart(facts, wording)]),
    ...questions(facts, wording),
    { kind: 'lines', lines: [wording.closing, creditor.name] } as const,
    ...copies(facts, wording),
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
    fileName: `${draft.kind.replaceAll(' ', '-')}-${date}.pdf`,
  };
}

function spokenFacts(facts: LetterFacts, wording: Wording): Spoken {
  return {
    count: facts.invoices.length,
    number: facts.invoices[0]?.number ?? '',
    sum: sumsInWords(facts.invoices, wording),
    asOf: wording.date(facts.asOf),
  };
}

function namesNone({ recipient }: LetterFacts): DomainError {
  return new DomainError('invalid', `A letter to ${recipient.name} names no invoice: choose at least one.`);
}

function named({ invoices }: LetterFacts, parts: readonly LetterPart[]): readonly LetterPart[] {
  return invoices.length === 0 ? [] : parts;
}

function copies({ copyTo = [] }: LetterFacts, wording: Wording): readonly LetterPart[] {
  return copyTo.length === 0 ? [] : [{ kind: 'lines', lines: [wording.copyTo(copyTo.join(', '))] }];
}

/** Whoever is warned knows the day. */
function warning({ warnsOf }: LetterFacts, { locked, date }: Wording): readonly LetterPart[] {
  return paragraphs(warnsOf === undefined ? [] : [locked.warning(warnsOf.held, date(warnsOf.from))]);
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
