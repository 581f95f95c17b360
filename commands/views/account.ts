import type { Button, Card, Part, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { dateIn } from '../../src/core/calendar/zone.ts';
import type { CaseSection, ContactRow, CustomerFile } from '../../src/services/customer/file.ts';
import { ladderTitle } from '../../src/services/ladder/title.ts';
import { casePart, type Detail, type Reading } from './account/case.ts';
import { missingCopies } from './account/copies.ts';
import { lawWords } from './account/late-costs.ts';
import { choiceWords } from './ladder/customer.ts';
import { holdLine } from './hold.ts';
import { amount, count, nameOf, type People } from './words.ts';

/** As much as there is, less, and what always fits, whatever people have written. */
const details: readonly [Detail, ...Detail[]] = [
  { cases: 4, contacts: 8, invoices: 15, papers: 5, calls: 6, quote: 160 },
  { cases: 4, contacts: 5, invoices: 8, papers: 3, calls: 3, quote: 80 },
  { cases: 4, contacts: 3, invoices: 4, papers: 1, calls: 1, quote: 40 },
];

/** Characters of a card that every platform takes in one message, with room for what escaping adds. */
const longestCard = 10_000;

const mostSpellings = 4;

/** The whole file before a call: who they are, what is open, what was said, promised and sent, what comes next. */
export function accountCard(file: CustomerFile, people: People, today: BusinessDate, reader: number): Card {
  const cards = details.map((detail) => cardOf(file, { people, today, detail, reader }));
  const fits = (card: Card): boolean => JSON.stringify(card.parts).length <= longestCard;
  return (
    cards.find(fits) ??
    cardOf(file, { people, today, detail: details[details.length - 1] ?? details[0], reader })
  );
}

function cardOf(file: CustomerFile, reading: Reading): Card {
  const shown = file.cases.slice(0, reading.detail.cases);
  return {
    title: file.name.slice(0, 140),
    summary: `${file.name.slice(0, 140)}: ${shown.map(({ overview }) => `${amount(overview.overdue)} overdue`).join(', ') || 'nothing open'}`,
    parts: [
      { kind: 'text', text: who(file, reading.people) },
      ...file.holds.map((row) => ({ kind: 'text' as const, text: holdLine(row, reading.people) })),
      ...facts(file),
      { kind: 'text', text: contacts(file, reading) },
      ...missing(file),
      settled(file),
      ...shown.flatMap((section) => [...casePart(section, reading), controls(section)]),
      ...unshown(file.cases.slice(shown.length)),
      ...(file.cases.length === 0 ? [{ kind: 'text' as const, text: 'Nothing was ever open.' }] : []),
    ],
  };
}

function who(file: CustomerFile, people: People): Text {
  const names = file.spellings.slice(0, mostSpellings).map((name) => `“${name.slice(0, 80)}”`);
  const hidden = file.spellings.length - names.length;
  const also =
    names.length === 0
      ? ''
      : `\nalso written ${names.join(', ')}${hidden > 0 ? ` and ${count(hidden, 'other way')}` : ''}`;
  return [
    { bold: file.number },
    ` · ${file.country}, ${file.zone} · owner ${nameOf(people, file.ownerId)}`,
    ...(file.stopped === undefined ? [] : [{ bold: `\nStopped: ${file.stopped}` }]),
    also,
  ];
}

/** How they pay, one fact a part, as far as somebody told. */
function facts({ facts: known }: CustomerFile): readonly Part[] {
  const { payerType, termsDays, language, taxId, legalAddress, creditLimit, needsPurchaseOrder } = known;
  const parts = [
    ...(payerType === undefined ? [] : [payerType]),
    ...(termsDays === undefined ? [] : [`${termsDays} days to pay`]),
    ...(creditLimit === undefined ? [] : [`credit limit ${amount(creditLimit)}`]),
    ...(needsPurchaseOrder === true ? ['needs their order number on the invoice'] : []),
    ...(language === undefined ? [] : [`letters in ${language}`]),
    ...(taxId === undefined ? [] : [`tax id ${taxId}`]),
    ...(legalAddress === undefined ? [] : [legalAddress]),
  ];
  return parts.length === 0 ? [] : [{ kind: 'small', text: parts.join(' · ') }];
}

function contacts({ contacts: known, zone }: CustomerFile, { today, detail }: Reading): Text {
  if (known.length === 0) return 'No contact on file.';
  const hidden = known.length - detail.contacts;
  const lines = known.slice(0, detail.contacts).map((one) => contactLine(one, zone, today, detail));
  return [...lines, ...(hidden > 0 ? [`and ${count(hidden, 'contact')} more`] : [])].join('\n');
}

function contactLine(of: ContactRow, zone: string, today: BusinessDate, { quote }: Detail): string {
  const refused =
    of.emailRefusedAt === null
      ? ''
      : ` (refused mail ${formatDate(dateIn(zone, of.emailRefusedAt), { today })})`;
  const ways = [
    of.phone ?? 'no phone',
    `${of.email?.slice(0, quote) ?? 'no mail address'}${refused}`,
    of.language,
  ];
  return `${of.role}: ${of.name.slice(0, quote)} · ${ways.join(' · ')}`;
}

/** What to ask for at the next opportunity. */
function missing({ contacts: known, cases }: CustomerFile): readonly Part[] {
  const reachable = known.some(({ email, emailRefusedAt }) => email !== null && emailRefusedAt === null);
  const parts = [
    ...(known.length === 0 ? ['a contact (who pays?)'] : []),
    ...(known.some(({ phone }) => phone !== null) ? [] : ['a phone number']),
    ...(reachable ? [] : ['a mail address that works: without one no letter goes out']),
    ...missingCopies(cases),
  ];
  return parts.length === 0 ? [] : [{ kind: 'small', text: `Missing: ${parts.join('; ')}` }];
}

/** What was settled for this customer alone, and where it is changed. */
function settled(file: CustomerFile): Part {
  const {
    customerId,
    lateLaw,
    facts: { tags },
  } = file;
  const button = (label: string, action: string): Button => ({
    label,
    action: { command: 'account', action, args: { customer: customerId } },
  });
  const tagged = tags.length === 0 ? '' : `\nTagged ${tags.join(', ')}`;
  return {
    kind: 'row',
    text: `Late payment costs ${lawWords(lateLaw)}\n${ladderWords(file)}${tagged}`,
    buttons: [
      button('Terms…', 'terms'),
      button('Tags…', 'tags'),
      { label: 'Ladder', action: { command: 'ladder', action: 'of', args: { customer: customerId } } },
    ],
  };
}

/** "Ladder soft v2, by the rule for customers tagged vip". */
function ladderWords({ ladder: choice, caseLadders }: CustomerFile): string {
  const titles = [...new Set(caseLadders.map(({ ladder }) => ladderTitle(ladder)))];
  const older = caseLadders.some(({ isNewest }) => !isNewest);
  return `Ladder ${titles.join(', ') || choice.ladder}, ${older ? `with which it started; new ones start with ${choice.ladder}, ` : ''}${choiceWords(choice)}`;
}

function controls({ overview }: CaseSection): Part {
  const args = { case: overview.caseId };
  const button = (label: string, command: string, action: string): Button => ({
    label,
    action: { command, action, args },
  });
  return {
    kind: 'buttons',
    buttons: [
      { ...button('Log call', 'outcome', 'open'), style: 'primary' },
      button('Promise', 'promise', 'open'),
    ],
    more: [
      button('Add contact', 'account', 'contact'),
      button('Payment', 'payment', 'open'),
      button('History…', 'account', 'history'),
      button('Letters…', 'letter', 'menu'),
      button('More…', 'account', 'more'),
    ],
  };
}

function unshown(rest: readonly CaseSection[]): readonly Part[] {
  if (rest.length === 0) return [];
  const sums = rest.map(({ overview }) => amount(overview.open));
  return [{ kind: 'small', text: `and ${sums.join(', ')} open in other currencies` }];
}
