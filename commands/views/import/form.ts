import type { Field, Form } from '../../../src/chat/types.ts';
import type { ImportQuestions } from '../../../src/services/import/questions.ts';

export const setUpTitle = 'Set up import';
export const coverTitle = 'Nothing is missing';

/** What only a person can say about a file. */
export function setUpForm(asked: ImportQuestions): Form {
  return {
    title: setUpTitle,
    submit: 'Preview',
    intro: [{ kind: 'text', text: [{ bold: asked.fileName }, '\nNothing is imported before you confirm.'] }],
    fields: [
      ...dayField(asked),
      ...currencyField(asked),
      ...orderField(asked),
      ...decimalField(asked),
      ...placeFields(asked),
      ...clockField(asked),
    ],
    action: { command: 'import', action: 'answer', args: { import: asked.importId } },
  };
}

/** All cash up to a day is in: no newer export is needed for it. */
export function coverForm(initial: string): Form {
  return {
    title: coverTitle,
    submit: 'Save',
    intro: [
      {
        kind: 'text',
        text: 'Say up to which day all payments are in the ledger. Letters and promises that wait for newer data are then judged.',
      },
    ],
    fields: [
      {
        kind: 'text',
        name: 'through',
        label: 'All payments are in through',
        hint: 'Such as yesterday, Fri or 27 Nov',
        initial,
        maxLength: 40,
      },
    ],
    action: { command: 'import', action: 'cover', args: {} },
  };
}

function dayField({ asOf }: ImportQuestions): readonly Field[] {
  if (asOf === undefined) return [];
  return [
    {
      kind: 'text',
      name: 'asOf',
      label: 'As of',
      hint: 'The day of the export: the last one whose payments are in it. Such as today, 20 Apr 2020 or 2020-04-20',
      initial: asOf,
      maxLength: 40,
    },
  ];
}

function placeFields({ place }: ImportQuestions): readonly Field[] {
  if (place === undefined) return [];
  return [
    {
      kind: 'text',
      name: 'country',
      label: 'Country of the customers',
      hint: 'Two letters; for those whose country the file does not tell. Its holidays count',
      initial: place.country,
      maxLength: 40,
    },
    {
      kind: 'text',
      name: 'zone',
      label: 'Time zone of the customers',
      hint: 'Such as Europe/Berlin; empty: the team’s own',
      initial: place.zone,
      optional: true,
      maxLength: 60,
    },
  ];
}

function currencyField({ currency }: ImportQuestions): readonly Field[] {
  if (currency === undefined) return [];
  return [
    {
      kind: 'text',
      name: 'currency',
      label: 'Currency',
      hint: currency.question,
      maxLength: 40,
      ...(currency.initial && { initial: currency.initial }),
    },
  ];
}

function orderField({ dateOrder }: ImportQuestions): readonly Field[] {
  if (dateOrder === undefined) return [];
  return [
    {
      kind: 'choice',
      name: 'dateOrder',
      label: 'Dates',
      hint: dateOrder.question,
      options: [
        { value: 'DMY', label: 'Day first: 27/11/2026' },
        { value: 'MDY', label: 'Month first: 11/27/2026' },
      ],
      ...(dateOrder.initial && { initial: dateOrder.initial }),
    },
  ];
}

function decimalField({ decimal }: ImportQuestions): readonly Field[] {
  if (decimal === undefined) return [];
  return [
    {
      kind: 'choice',
      name: 'decimal',
      label: 'Amounts',
      hint: decimal.question,
      options: [
        { value: '.', label: 'Decimal point: 1,234.50' },
        { value: ',', label: 'Decimal comma: 1.234,50' },
      ],
      ...(decimal.initial && { initial: decimal.initial }),
    },
  ];
}

function clockField({ clock }: ImportQuestions): readonly Field[] {
  if (!clock) return [];
  return [
    {
      kind: 'choice',
      name: 'clock',
      label: 'Business clock',
      hint: 'Only for a day further back than yesterday: a ledger of that day would be stale at once',
      options: [
        { value: 'move', label: 'Move to 08:00 of that day' },
        { value: 'keep', label: 'Keep as it is' },
      ],
      initial: 'move',
    },
  ];
}
