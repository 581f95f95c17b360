import type { Button, Part } from '../../../src/chat/types.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { ImportFindings } from '../../../src/services/import/row.ts';
import type { ImportView } from '../../../src/services/import/view.ts';
import { count } from '../words.ts';
import { fieldNames, mappedFields } from './field-names.ts';
import { smallPrint } from './notes.ts';

type Recognised = ImportFindings['recognised'];

/** What was understood of a file, what is still to be answered, and the way on. */
export function recognisedParts({ row, importedAsOf, layoutBy }: ImportView): readonly Part[] {
  const { recognised } = row.findings;
  return [
    {
      kind: 'text',
      text: [
        { bold: `${kindNames[recognised.kind]} · ${count(recognised.rowCount, 'row')}` },
        ` · ${writtenAs(recognised.written)}`,
        ...layoutLine(row.findings.layout, layoutBy),
      ],
    },
    ...columnTable(recognised, row.findings.layout !== undefined),
    { kind: 'text', text: [...styleLines(recognised), ...missingLines(recognised)].join('\n') },
    ...notes(recognised, importedAsOf),
    { kind: 'buttons', buttons: buttonsFor(row.id, recognised) },
  ];
}

/** Several sheets: which one was read, so that a wrong guess is seen. */
export function writtenAs(written: Recognised['written']): string {
  if (written.kind === 'text') return `${written.encoding}, ${separators[written.delimiter]}`;
  const others = written.sheets.filter((name) => name !== written.sheet);
  const passed = others.length === 0 ? '' : ` (not ${others.join(', ')})`;
  return `Excel, sheet ${written.sheet}${passed}`;
}

type Delimiter = Extract<Recognised['written'], { kind: 'text' }>['delimiter'];

const separators: Readonly<Record<Delimiter, string>> = {
  ',': 'separated by commas',
  ';': 'separated by semicolons',
  '\t': 'separated by tabs',
  '|': 'separated by bars',
};

export const kindNames: Readonly<Record<Recognised['kind'], string>> = {
  'open items': 'Open items',
  customers: 'Customers and contacts',
  'credit notes': 'Credit notes',
  payments: 'Payments',
};

function layoutLine(layout: ImportFindings['layout'], by: string | undefined): readonly string[] {
  if (layout === undefined) return [];
  const day = formatDate(businessDate(layout.at.slice(0, 10)));
  return [`\nColumns and answers as last time (${by ?? 'somebody'}, ${day})`];
}

function columnTable({ mapping }: Recognised, remembered: boolean): readonly Part[] {
  const rows = mappedFields.flatMap((field) => {
    const found = mapping[field];
    if (found === undefined) return [];
    const doubt = found.confidence === 'certain' || remembered ? '' : ` (${found.confidence})`;
    return [[fieldNames[field], `${found.header}${doubt}`]];
  });
  if (rows.length === 0) return [];
  return [{ kind: 'table', columns: [{ title: 'What' }, { title: 'Column in the file' }], rows }];
}

function styleLines({ dates, numbers, written }: Recognised): readonly string[] {
  const decimal = { '.': 'decimal point', ',': 'decimal comma', irrelevant: 'whole' };
  return [
    ...(dates.order === 'ambiguous' ? [] : [`Dates: ${datesAs(dates, written)}, such as ${dates.example}`]),
    ...(numbers.decimal === 'ambiguous'
      ? []
      : [`Amounts: ${decimal[numbers.decimal]}, such as ${numbers.example}`]),
  ];
}

/** Excel keeps days as numbers and shows them as it likes: what it shows is not what is read. */
export function datesAs({ written: style }: Recognised['dates'], written: Recognised['written']): string {
  return written.kind === 'workbook' && style === 'YYYY-MM-DD' ? 'date cells' : style;
}

function missingLines({ missing, kind }: Recognised): readonly string[] {
  if (missing.some(isColumn)) return missing.filter(isColumn).map(({ question }) => `✗ ${question}`);
  const day = kind === 'open items' ? ['the day of the export'] : [];
  const questions = [...day, ...missing.map(({ answer }) => answerNames[answer])];
  return [`To be answered: ${questions.join(', ')}`];
}

type Missing = Recognised['missing'][number];

/** Questions that a form can ask; the others are about columns, and are answered in the file. */
const answerNames: Readonly<Record<Missing['answer'], string>> = {
  currency: 'the currency',
  dateOrder: 'whether day or month comes first',
  decimal: 'the decimal mark',
  invoiceNumber: 'the invoice number',
  customer: 'the customer',
  issuedOn: 'the issue date',
  dueOn: 'the due date',
  amount: 'the amount',
  creditNoteNumber: 'the credit note number',
  settledOn: 'the day of the payment',
};

function isColumn({ answer }: Missing): boolean {
  return answer !== 'currency' && answer !== 'dateOrder' && answer !== 'decimal';
}

function notes({ notes: found }: Recognised, importedAsOf: string | undefined): readonly Part[] {
  const before =
    importedAsOf === undefined
      ? []
      : [`The same file was imported before, as of ${formatDate(businessDate(importedAsOf))}.`];
  return smallPrint([...before, ...found]);
}

function buttonsFor(importId: number, { missing }: Recognised): readonly Button[] {
  const args = { import: importId };
  const button = (label: string, action: string): Button => ({
    label,
    action: { command: 'import', action, args },
  });
  const [columns, cancel] = [button('Columns…', 'columns'), button('Cancel', 'cancel')];
  if (missing.some(isColumn)) return [{ ...columns, style: 'primary' }, cancel];
  return [{ ...button('Set up and preview', 'setUp'), style: 'primary' }, columns, cancel];
}
