import { describe, expect, it } from 'vitest';
import type { Field, Form } from '../../../src/chat/types.ts';
import { renderCardView, renderForm } from '../../../src/chat/slack/render/form.ts';
import { DomainError } from '../../../src/core/error.ts';
import { checkView } from '../../../src/workspace/blocks/validate.ts';
import { cardOf, minted, press } from '../minted.ts';

const options = [
  { value: 'r', label: 'Reached' },
  { value: 'v', label: 'Voicemail *' },
];

describe('a form', () => {
  it('is a modal that carries its id and its origin', () => {
    expect(viewOf([{ kind: 'text', name: 'note', label: 'Note' }])).toMatchObject({
      type: 'modal',
      callback_id: 'token',
      private_metadata: 'origin',
      title: { text: 'Outcome' },
      submit: { text: 'Save' },
      close: { text: 'Cancel' },
    });
  });

  it('shows every kind of field under its name, with what is filled in already', () => {
    const view = viewOf([
      {
        kind: 'text',
        name: 'note',
        label: 'Note',
        initial: 'a\0b',
        multiline: true,
        maxLength: 500,
        optional: true,
      },
      { kind: 'choice', name: 'outcome', label: 'Outcome', options, initial: 'v', hint: 'What came of it' },
      { kind: 'choices', name: 'said', label: 'Said', options, initial: ['r'] },
      { kind: 'person', name: 'who', label: 'Who', initial: 'U1' },
      { kind: 'date', name: 'next', label: 'Next', initial: '2026-11-27' },
    ]);
    expect(view.blocks).toMatchObject([
      {
        block_id: 'note',
        optional: true,
        element: { initial_value: 'ab', multiline: true, max_length: 500 },
      },
      { block_id: 'outcome', hint: { text: 'What came of it' }, element: { initial_option: { value: 'v' } } },
      { block_id: 'said', element: { type: 'multi_static_select', initial_options: [{ value: 'r' }] } },
      { block_id: 'who', element: { type: 'users_select', initial_user: 'U1' } },
      { block_id: 'next', element: { type: 'datepicker', initial_date: '2026-11-27' } },
    ]);
  });

  it('begins with its words; a table among them is set in fixed width, as modals take no other', () => {
    const table = { kind: 'table', columns: [{ title: 'A' }], rows: [['1']] } as const;
    const { blocks } = viewOf([{ kind: 'text', name: 'n', label: 'N' }], {
      intro: [{ kind: 'text', text: 'Lagerhaus' }, table],
    });
    expect(blocks.map((block) => block.type)).toEqual(['rich_text', 'rich_text', 'input']);
  });

  it.each<readonly [string, readonly Field[], Partial<Form>]>([
    ['a title of 25 characters', [], { title: 'x'.repeat(25) }],
    ['two fields of one name', [field('a'), field('a')], {}],
    ['a choice without choices', [{ kind: 'choice', name: 'c', label: 'C', options: [] }], {}],
    [
      '101 choices',
      [
        {
          kind: 'choices',
          name: 'c',
          label: 'C',
          options: Array.from({ length: 101 }, (_, i) => ({ value: `${i}`, label: `${i}` })),
        },
      ],
      {},
    ],
    ['a first choice that is none', [{ kind: 'choice', name: 'c', label: 'C', options, initial: 'x' }], {}],
    ['a first day that is none', [{ kind: 'date', name: 'd', label: 'D', initial: 'tomorrow' }], {}],
    [
      'a first value longer than the field',
      [{ kind: 'text', name: 't', label: 'T', initial: 'abc', maxLength: 2 }],
      {},
    ],
    ['101 blocks', Array.from({ length: 101 }, (_, index) => field(`f${index}`)), {}],
  ])('with %s is refused', (_, fields, overrides) => {
    expect(() => viewOf(fields, overrides)).toThrow(DomainError);
  });
});

it('a card in place of a form keeps its buttons', async () => {
  const card = await minted({
    ...cardOf({ kind: 'row', text: 'Acme GmbH', buttons: [press('Take')] }),
    title: 'Which?',
  });
  const view = renderCardView(card, 'Promise', 'origin');
  expect(checkView(view, 'modal')).toMatchObject({ ok: true });
  expect(view).toMatchObject({
    title: { text: 'Promise' },
    private_metadata: 'origin',
    blocks: [{ type: 'header' }, { accessory: { value: 'act-take-0' } }],
  });
});

function field(name: string): Field {
  return { kind: 'text', name, label: name };
}

function viewOf(fields: readonly Field[], overrides: Partial<Form> = {}) {
  const action = { command: 'outcome', action: 'save', args: {} };
  const form: Form = { title: 'Outcome', submit: 'Save', fields, action, ...overrides };
  const view = renderForm({ form, token: 'token' }, 'origin');
  expect(checkView(view, 'modal')).toMatchObject({ ok: true });
  return view;
}
