import type {
  Content,
  ContentTable,
  CustomTableLayout,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import { mm } from './millimetre.ts';
import { wordings } from './languages/wordings.ts';
import type { Letter, LetterPart, TablePart } from './letter.ts';
import { paymentBox } from './payment-box.ts';

const margin = { left: 25 * mm, top: 20 * mm, right: 20 * mm, bottom: 22 * mm };
const grey = '#555555';

/** The letter's pages as pdfmake wants them. The recipient stands where a window envelope (DIN 5008, form A) shows it. */
export function letterPages(letter: Letter): TDocumentDefinitions {
  const { creditor, date, language, parts, subject } = letter;
  const wording = wordings[language];
  return {
    pageSize: 'A4',
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    language,
    displayTitle: true,
    version: '1.7',
    info: {
      title: subject,
      author: creditor.name,
      creator: 'Dunwell',
      producer: 'Dunwell',
      creationDate: noonOf(date),
    },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2 },
    footer: (page, pages) => footer(letter, wording.page(page, pages)),
    content: [...head(letter), ...bodyOf(parts)],
  };
}

function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}

function head({ creditor, date, language, recipient, subject }: Letter): readonly Content[] {
  const wording = wordings[language];
  const number = recipient.customerNumber;
  return [
    {
      absolutePosition: { x: margin.left, y: margin.top },
      alignment: 'right',
      stack: [{ text: creditor.name, fontSize: 13, bold: true }, ...linesOf(creditor.address).map(inGrey)],
    },
    {
      absolutePosition: { x: margin.left, y: 41 * mm },
      text: [creditor.name, ...linesOf(creditor.address)].join(' · '),
      fontSize: 6.5,
      color: grey,
    },
    {
      absolutePosition: { x: margin.left, y: 46 * mm },
      stack: [
        recipient.name,
        ...(recipient.contact ? [recipient.contact] : []),
        ...linesOf(recipient.address),
      ],
    },
    {
      margin: [0, 54 * mm, 0, 6 * mm],
      alignment: 'right',
      stack: [wording.date(date), ...(number ? [inGrey(`${wording.customerNumber}: ${number}`)] : [])],
    },
    { text: subject, bold: true, fontSize: 12, margin: [0, 0, 0, 4 * mm] },
  ];
}

/** What the law wants on a business letter stands at its foot, beside the page's number. */
function footer({ creditor, language }: Letter, page: string): Content {
  const { name, registration, taxId } = creditor;
  const registered = [
    ...(registration === undefined ? [] : [registration]),
    ...(taxId === undefined ? [] : [`${wordings[language].taxId}: ${taxId}`]),
  ];
  return {
    margin: [margin.left, 5 * mm, margin.right, 0],
    fontSize: 8,
    color: grey,
    columns: [
      { text: [name, ...registered].join(' · '), width: '*' },
      { text: page, alignment: 'right', width: 'auto' },
    ],
    columnGap: 5 * mm,
  };
}

/** A closing alone on a page looks like a mistake, so it stays with the account that it stands beneath. */
function bodyOf(parts: readonly LetterPart[]): Content[] {
  const payment = parts.findIndex(({ kind }) => kind === 'payment');
  const last = payment === -1 ? parts.length - 1 : payment;
  return [
    ...parts.slice(0, last).map(contentOf),
    { stack: parts.slice(last).map(contentOf), unbreakable: true },
  ];
}

function contentOf(part: LetterPart): Content {
  switch (part.kind) {
    case 'paragraph':
      return { text: part.text, margin: [0, 0, 0, 2.5 * mm] };
    case 'lines': {
      const title: readonly Content[] = part.title === undefined ? [] : [{ text: part.title, bold: true }];
      return { stack: [...title, ...part.lines], margin: [0, 1.5 * mm, 0, 3 * mm], unbreakable: true };
    }
    case 'table':
      return tableOf(part);
    case 'payment':
      return paymentBox(part);
  }
}

function tableOf({ columns, rows, totals }: TablePart): ContentTable {
  const cell = (text: string, index: number): TableCell => ({
    text,
    alignment: columns[index]?.align ?? 'left',
    wordBreak: breaking(text),
  });
  const sums = totals.map(({ label, sum }): TableCell[] => [
    { text: label, bold: true, colSpan: columns.length - 1 },
    ...columns.slice(2).map(() => ''),
    { text: sum, bold: true, alignment: 'right' },
  ]);
  const { gap, size, head } = typeFor(columns.length);
  return {
    margin: [0, 1 * mm, 0, 4 * mm],
    layout: ruled(1 + rows.length, gap),
    fontSize: size,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map((_, index) => (index === 0 ? '*' : 'auto')),
      body: [
        columns.map(({ title, align }): TableCell => ({
          text: title,
          alignment: align,
          bold: true,
          fontSize: head,
        })),
        ...rows.map((row) => row.map(cell)),
        ...sums,
      ],
    },
  };
}

/** Points. More than six columns of millions stand beside each other in smaller type only. */
function typeFor(columns: number): { readonly gap: number; readonly size: number; readonly head: number } {
  if (columns > 8) return { gap: 2, size: 7, head: 6.5 };
  return columns > 6 ? { gap: 2.5, size: 8, head: 7.5 } : { gap: 5, size: 9.5, head: 9 };
}

/** Thin rules between the lines, a stronger one above the sums, none at the sides. */
function ruled(firstSum: number, gap: number): CustomTableLayout {
  return {
    hLineWidth: (line) => (line === 1 || line === firstSum ? 0.8 : 0.3),
    hLineColor: (line) => (line === 1 || line === firstSum ? '#222222' : '#bbbbbb'),
    vLineWidth: () => 0,
    paddingTop: () => 2.5,
    paddingBottom: () => 1.5,
    paddingLeft: () => gap,
    paddingRight: () => gap,
  };
}

/** A cell grows with its longest word, so a very long one is broken, or it would push the sums off the paper. */
function breaking(text: string): 'break-all' | 'normal' {
  return text.split(/\s/).some((word) => word.length > 24) ? 'break-all' : 'normal';
}

function inGrey(text: string): Content {
  return { text, color: grey };
}

function linesOf(text: string | undefined): string[] {
  return text?.trim().split(/\r?\n/) ?? [];
}
