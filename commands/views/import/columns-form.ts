import type { Field, Form } from '../../../src/chat/types.ts';
import { fileKinds, type ImportColumns } from '../../../src/services/import/columns.ts';
import { fieldNames } from './field-names.ts';
import { clipped } from './notes.ts';
import { kindNames } from './recognised.ts';

export const columnsTitle = 'Columns';

/** The value of a field that the file does not have. */
export const notInFile = '-';

/** Names in the form under which each field's column is submitted. */
export const columnPrefix = 'column ';

/** Platforms take a hundred options at most, and one of them says that there is no such column. */
const mostColumns = 99;

/** Which column holds what: as recognised, to be corrected. */
export function columnsForm(asked: ImportColumns): Form {
  const columns = asked.columns.slice(0, mostColumns).map(({ header, example }, index) => ({
    value: String(index),
    label: clipped(
      `${header === '' ? `Column ${index + 1}` : header}${example === '' ? '' : `: ${example}`}`,
      70,
    ),
  }));
  const options = [{ value: notInFile, label: 'Not in this file' }, ...columns];
  return {
    title: columnsTitle,
    submit: 'Save',
    intro: [
      {
        kind: 'text',
        text: [{ bold: asked.fileName }, '\nThe next file with the same header is read the same way.'],
      },
    ],
    fields: [
      kindField(asked),
      ...sheetField(asked),
      ...asked.fields.map(({ field, column }): Field => ({
        kind: 'choice',
        name: `${columnPrefix}${field}`,
        label: fieldNames[field],
        options,
        initial: column === undefined || column >= mostColumns ? notInFile : String(column),
      })),
    ],
    action: { command: 'import', action: 'columns', args: { import: asked.importId } },
  };
}

function kindField({ kind }: ImportColumns): Field {
  return {
    kind: 'choice',
    name: 'kind',
    label: 'What the file holds',
    hint: 'Another one is looked at afresh',
    options: fileKinds.map((value) => ({ value, label: kindNames[value] })),
    initial: kind,
  };
}

function sheetField({ sheets, sheet }: ImportColumns): readonly Field[] {
  if (sheets.length < 2 || sheet === undefined) return [];
  const options = sheets.slice(0, mostColumns).map((name) => ({ value: name, label: clipped(name, 70) }));
  return [
    {
      kind: 'choice',
      name: 'sheet',
      label: 'Sheet',
      hint: 'Another one is looked at afresh',
      options,
      initial: sheet,
    },
  ];
}
