import { expect, test } from 'vitest';
import { checkBlocks, checkView } from '../../src/workspace/blocks/validate.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const x = (length: number) => 'x'.repeat(length);
const button = (over = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...over });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const option = (value: string, text = value) => ({ text: plain(text), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));
const input = (element: object) => ({ type: 'input', label: plain('Field'), element });
const cells = (count: number, text = 'x') =>
  Array.from({ length: count }, () => ({ type: 'raw_text', text }));
const table = (rows: number, columns: number, text = 'x') => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => cells(columns, text)),
});

test.each<[string, unknown[]]>([
  [
    'a section with ten fields',
    [{ type: 'section', fields: Array.from({ length: 10 }, () => mrkdwn(x(900))) }],
  ],
  ['a header of 150', [{ type: 'header', text: plain(x(150)) }]],
  ['25 buttons', [actions(...Array.from({ length: 25 }, (_, index) => button({ action_id: `a${index}` })))]],
  ['the same action id in two blocks', [actions(button()), actions(button())]],
  ['a menu of five', [actions({ type: 'overflow', options: options(5) })]],
  ['a select of a hundred', [actions({ type: 'static_select', options: options(100) })]],
  ['a table of 100 by 20', [table(100, 5)]],
  [
    'rich text',
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'hi' }] }],
      },
    ],
  ],
  ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
])('Slack takes %s in a message', (_what, blocks) => {
  expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
});

test.each<[string, unknown[], string]>([
  [
    '51 blocks',
    Array.from({ length: 51 }, () => ({ type: 'divider' })),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  ['an unknown block', [{ type: 'boxes' }], 'unsupported type: boxes [json-pointer:/blocks/0/type]'],
  ['an unknown field', [{ type: 'divider', colour: 'red' }], 'invalid additional property: colour'],
  [
    'a long header',
    [{ type: 'header', text: plain(x(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty text', [{ type: 'section', text: mrkdwn('') }], 'must be more than 0 characters'],
  ['a section of 3001', [{ type: 'section', text: mrkdwn(x(3_001)) }], 'must be less than 3001 characters'],
  [
    'eleven fields',
    [{ type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('x')) }],
    'no more than 10 items',
  ],
  ['a field of 2001', [{ type: 'section', fields: [mrkdwn(x(2_001))] }], 'must be less than 2001 characters'],
  ['formatted text on a button', [actions(button({ text: mrkdwn('Go') }))], '/blocks/0/elements/0/text/type'],
  ['a button of 76', [actions(button({ text: plain(x(76)) }))], 'must be less than 76 characters'],
  ['a button value of 2001', [actions(button({ value: x(2_001) }))], 'must be less than 2001 characters'],
  ['an action id of 256', [actions(button({ action_id: x(256) }))], 'must be less than 256 characters'],
  ['an unknown style', [actions(button({ style: 'blue' }))], '/blocks/0/elements/0/style'],
  [
    'an action id twice in a block',
    [actions(button(), button())],
    'action_id needs to be unique within its block',
  ],
  [
    'a block id twice',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    'block_id needs to be unique',
  ],
  ['six overflow options', [actions({ type: 'overflow', options: options(6) })], 'no more than 5 items'],
  ['a select without options', [actions({ type: 'static_select', options: [] })], 'no fewer than 1 items'],
  ['101 options', [actions({ type: 'static_select', options: options(101) })], 'no more than 100 items'],
  [
    'an option of 76',
    [actions({ type: 'static_select', options: [option('a', x(76))] })],
    'must be less than 76',
  ],
  [
    'an option value of 151',
    [actions({ type: 'static_select', options: [option(x(151), 'a')] })],
    'must be less than 151',
  ],
  [
    'a preselection that is not offered',
    [actions({ type: 'static_select', options: options(2), initial_option: option('z') })],
    'initial option is not among the options',
  ],
  ['eleven check boxes', [actions({ type: 'checkboxes', options: options(11) })], 'no more than 10 items'],
  [
    'a date that does not exist',
    [actions({ type: 'datepicker', initial_date: '2026-02-31' })],
    'initial_date',
  ],
  [
    'a text field outside an input',
    [actions({ type: 'plain_text_input' })],
    'unsupported type: plain_text_input',
  ],
  ['a button in an input', [input(button())], 'unsupported type: button'],
  [
    'eleven context elements',
    [{ type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('x')) }],
    'no more than 10 items',
  ],
  [
    'an image without its text',
    [{ type: 'image', image_url: 'https://a.example/b.png' }],
    'missing required field: alt_text',
  ],
  ['101 table rows', [table(101, 1)], 'no more than 100 items'],
  ['21 table columns', [table(1, 21)], 'no more than 20 items'],
  ['an empty table cell', [table(1, 1, '')], 'must be more than 0 characters'],
  [
    'a table of more than 10,000 characters',
    [table(100, 10, x(11))],
    'tables must be less than 10001 characters',
  ],
  ['two tables', [table(1, 1), table(1, 1)], 'only_one_table_allowed'],
  ['an alert', [{ type: 'alert', text: mrkdwn('x') }], 'unsupported type: alert'],
  ['a file input', [input({ type: 'file_input' })], 'unsupported type: file_input'],
])('Slack refuses %s in a message', (_what, blocks, complaint) => {
  const checked = checkBlocks(blocks, 'message');
  expect(checked.ok ? [] : checked.messages.join('; ')).toContain(complaint);
});

test('a table is shown below everything else', () => {
  const checked = checkBlocks([table(1, 1), { type: 'divider' }], 'message');
  expect(checked.ok && checked.value.map(({ type }) => type)).toEqual(['divider', 'table']);
});

test('blocks and elements without an id get one', () => {
  const checked = checkBlocks([actions({ type: 'button', text: plain('Go') })], 'message');
  expect(checked).toMatchObject({
    ok: true,
    value: [{ block_id: expect.any(String), elements: [{ action_id: expect.any(String) }] }],
  });
});

const modal = (over = {}) => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  blocks: [],
  ...over,
});

test.each<[string, unknown, string]>([
  [
    'a title of 25',
    modal({ title: plain(x(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  ['private metadata of 3001', modal({ private_metadata: x(3_001) }), 'must be less than 3001 characters'],
  [
    '101 blocks',
    modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
    'no more than 100 items',
  ],
  [
    'inputs without a submit',
    modal({ submit: undefined, blocks: [input({ type: 'plain_text_input' })] }),
    'missing required field: submit',
  ],
  ['a table', modal({ blocks: [table(1, 1)] }), 'unsupported type: table'],
  ['an unknown field', modal({ width: 3 }), 'invalid additional property: width'],
  ['a home tab', { type: 'home', blocks: [] }, '/view'],
])('a modal is refused with %s', (_what, view, complaint) => {
  const checked = checkView(view, 'modal');
  expect(checked.ok ? [] : checked.messages.join('; ')).toContain(complaint);
});

test('a modal takes alerts and file inputs', () => {
  const blocks = [
    { type: 'alert', level: 'warning', text: mrkdwn('x') },
    input({ type: 'file_input', max_files: 1 }),
  ];
  expect(checkView(modal({ blocks }), 'modal')).toMatchObject({ ok: true });
});
