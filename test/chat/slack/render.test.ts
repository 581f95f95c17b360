import { describe, expect, it } from 'vitest';
import type { Button, Part, Text } from '../../../src/chat/types.ts';
import { renderCard } from '../../../src/chat/slack/render.ts';
import { DomainError } from '../../../src/core/error.ts';
import { checkBlocks } from '../../../src/workspace/blocks/validate.ts';
import { cardOf, minted, press } from '../minted.ts';

describe('a card', () => {
  it('starts with its title as a header and carries its summary as the message’s text', async () => {
    const { text, blocks } = renderCard(
      await minted({ title: 'Overdue', summary: '3 invoices of A & B', parts: [{ kind: 'divider' }] }),
    );
    expect(text).toBe('3 invoices of A &amp; B');
    expect(blocks).toMatchObject([{ type: 'header', text: { text: 'Overdue' } }, { type: 'divider' }]);
  });

  it('without anything to see shows its summary, so that a message never has no blocks', async () => {
    const { blocks } = renderCard(
      await minted(cardOf({ kind: 'text', text: '' }, { kind: 'small', text: ' ' })),
    );
    expect(blocks).toMatchObject([{ type: 'section', text: { text: 'A card' } }]);
  });
});

describe('text', () => {
  it('is rich text, whose styles are fields and whose data is exact', async () => {
    const text: Text = ['Pay *now* <!channel> ', { bold: '€12' }, { code: '●○' }, { strike: 'old' }];
    expect(await blocksOf({ kind: 'text', text })).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Pay *now* <!channel> ' },
              { type: 'text', text: '€12', style: { bold: true } },
              { type: 'text', text: '●○', style: { code: true } },
              { type: 'text', text: 'old', style: { strike: true } },
            ],
          },
        ],
      },
    ]);
  });

  it('mentions a person by id and links pages, mails and telephones, nothing else', async () => {
    const [block] = await blocksOf({
      kind: 'text',
      text: [{ mention: 'U012ABC' }, { link: 'tel:+49301234', label: 'call' }],
    });
    expect(block).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'user', user_id: 'U012ABC' },
            { type: 'link', url: 'tel:+49301234' },
          ],
        },
      ],
    });
    for (const wrong of [
      { mention: '!channel' },
      { mention: 'S012' },
      { link: 'javascript:alert(1)', label: 'x' },
    ]) {
      await expect(blocksOf({ kind: 'text', text: [wrong] })).rejects.toThrow(DomainError);
      await expect(blocksOf({ kind: 'small', text: [wrong] })).rejects.toThrow(DomainError);
    }
  });

  it('loses control characters and marks that turn the reading direction', async () => {
    const [block] = await blocksOf({ kind: 'text', text: 'ACME\u0000\u202e 12,4\u0007 €\r\nnext\ud800' });
    expect(block).toMatchObject({ elements: [{ elements: [{ text: 'ACME 12,4 €\nnext\ufffd' }] }] });
  });
});

describe('a line with controls', () => {
  it('of pure data is plain text, which Slack does not parse', async () => {
    expect(await blocksOf({ kind: 'row', text: 'A*B* _c_ :tada: <!here>', buttons: [] })).toEqual([
      { type: 'section', text: { type: 'plain_text', text: 'A*B* _c_ :tada: <!here>', emoji: false } },
    ]);
  });

  it('with styles is mrkdwn in which only the styles format', async () => {
    const text: Text = [{ bold: ' Müller * Co ' }, ' <!here> _x_ INV_20_1 :tada:\n> ', { code: 'a`b<c' }];
    expect(await blocksOf({ kind: 'row', text, buttons: [] })).toMatchObject([
      {
        text: {
          type: 'mrkdwn',
          verbatim: true,
          text: ' *Müller ∗ Co*  &lt;!here&gt; ˍxˍ INV_20_1 :\u2060tada:\n\u2060&gt; `aˋb&lt;c`',
        },
      },
    ]);
  });

  it('gets a word’s edge where spans touch, without which Slack would show the marks', async () => {
    const text: Text = ['€', { bold: '12' }, 'k', { mention: 'U1' }, { strike: '9' }];
    expect(await blocksOf({ kind: 'row', text, buttons: [] })).toMatchObject([
      { text: { text: '€\u200b*12*\u200bk\u200b<@U1>\u200b~9~' } },
    ]);
  });

  it('keeps a link in one piece', async () => {
    const text: Text = [{ link: 'https://x.example/?a=1&b=|2', label: 'in|voice\n>' }];
    expect(await blocksOf({ kind: 'small', text })).toMatchObject([
      { elements: [{ text: '<https://x.example/?a=1&amp;b=%7C2|in¦voice &gt;>' }] },
    ]);
  });

  it('shows one button beside the text, and several as one menu', async () => {
    expect(await blocksOf({ kind: 'row', text: 'x', buttons: [press('Open')] })).toMatchObject([
      { accessory: { type: 'button', value: 'act-open-0', text: { text: 'Open', emoji: false } } },
    ]);
    expect(await blocksOf({ kind: 'row', text: 'x', buttons: [press('Open'), press('Call')] })).toMatchObject(
      [
        {
          accessory: {
            type: 'overflow',
            options: [
              { value: 'act-open-0', text: { text: 'Open' } },
              { value: 'act-call-1', text: { text: 'Call' } },
            ],
          },
        },
      ],
    );
  });

  it('costs one block, so that a page of ten with title, totals and paging stays readable', async () => {
    const row: Part = {
      kind: 'row',
      text: 'Lagerhaus',
      buttons: ['Call', 'Promise', 'File'].map((label) => press(label)),
    };
    expect(await blocksOf(...Array.from({ length: 10 }, () => row))).toHaveLength(10);
  });

  it('without words shows a dash, as Slack takes no empty text', async () => {
    expect(await blocksOf({ kind: 'row', text: [{ bold: '' }, '\u200b'], buttons: [] })).toMatchObject([
      { text: { text: '–' } },
    ]);
  });
});

describe('fields', () => {
  it('stand in tens, each with its label above its value', async () => {
    const fields = Array.from({ length: 12 }, (_, index) => ({
      label: `F*${index}`,
      value: index === 11 ? '' : 'v',
    }));
    const blocks = await blocksOf({ kind: 'fields', fields });
    expect(blocks.map((block) => 'fields' in block && block.fields?.length)).toEqual([10, 2]);
    expect(blocks[1]).toMatchObject({ fields: [{ text: '*F∗10*\nv' }, { text: '*F∗11*\n–' }] });
  });
});

describe('buttons', () => {
  it('show three and put the others into menus of five', async () => {
    const more = Array.from({ length: 7 }, (_, index) => press(`More ${index}`, `m${index}`));
    const [block] = await blocksOf({
      kind: 'buttons',
      buttons: ['A', 'B', 'C'].map((label) => press(label)),
      more,
    });
    const elements = block && 'elements' in block ? block.elements : [];
    expect(elements.map((each) => ('options' in each ? each.options?.length : each.type))).toEqual([
      'button',
      'button',
      'button',
      5,
      2,
    ]);
  });

  it('of no number are no block', async () => {
    expect(await blocksOf({ kind: 'divider' }, { kind: 'buttons', buttons: [] })).toHaveLength(1);
  });

  it('ask first where they are told to, and keep their style', async () => {
    const confirm = { title: 'Approve?', text: 'The claim goes out today.', yes: 'Approve' };
    expect(
      await blocksOf({ kind: 'buttons', buttons: [{ ...press('Approve'), style: 'danger', confirm }] }),
    ).toMatchObject([
      {
        elements: [
          {
            style: 'danger',
            confirm: {
              title: { text: 'Approve?' },
              text: { text: 'The claim goes out today.' },
              confirm: { text: 'Approve' },
              deny: { text: 'Cancel' },
              style: 'danger',
            },
          },
        ],
      },
    ]);
  });
});

describe('a table', () => {
  const table: Part = {
    kind: 'table',
    columns: [{ title: 'Bucket' }, { title: 'Sum', align: 'right' }],
    rows: [
      ['1–30', '€12.00'],
      ['90+', '€1,234.50'],
      ['Σ *all*', ''],
    ],
  };

  it('is Slack’s own where it is the only one in a message', async () => {
    expect(await blocksOf(table)).toMatchObject([
      {
        type: 'table',
        rows: [
          [{ text: 'Bucket' }, { text: 'Sum' }],
          [{ text: '1–30' }, { text: '€12.00' }],
          [{ text: '90+' }, { text: '€1,234.50' }],
          [{ text: 'Σ *all*' }, { text: '–' }],
        ],
        column_settings: [{ align: 'left' }, { align: 'right' }],
      },
    ]);
  });

  it('stands in columns of fixed width among others, so that each keeps its place', async () => {
    const [first, second] = await blocksOf(table, table);
    expect(first?.type).toBe('rich_text');
    expect(second).toMatchObject({
      elements: [
        {
          type: 'rich_text_preformatted',
          elements: [
            {
              text: [
                'Bucket         Sum', //
                '1–30        €12.00',
                '90+      €1,234.50',
                'Σ *all*          –',
              ].join('\n'),
            },
          ],
        },
      ],
    });
  });

  it('of more than 99 rows is set in fixed width rather than cut', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [String(index), '€1']);
    const [block] = await blocksOf({ ...table, rows });
    expect(block?.type).toBe('rich_text');
    expect(JSON.stringify(block)).toContain('119');
  });

  it('counts East Asian characters as two columns', async () => {
    const [, second] = await blocksOf(table, {
      ...table,
      rows: [
        ['株式会社', '1'],
        ['Müller', '2'],
      ],
    });
    expect(JSON.stringify(second)).toContain('株式会社    1\\nMüller      2');
  });

  it('with a row wider than its head is refused', async () => {
    await expect(blocksOf({ ...table, rows: [['a', 'b', 'c']] })).rejects.toThrow('3 cells');
  });
});

describe('what Slack would refuse is refused before it is sent', () => {
  const long = (length: number) => 'x'.repeat(length);
  const asking: Button = { ...press('Off'), confirm: { title: 't', text: 'x', yes: 'y' } };
  it.each<readonly [string, readonly Part[], string]>([
    ['51 blocks', Array.from({ length: 51 }, () => ({ kind: 'divider' as const })), '51 blocks in a message'],
    ['a line of 3,001 characters', [{ kind: 'row', text: long(3_001), buttons: [] }], '3001 characters'],
    [
      'a line that is too long once escaped',
      [{ kind: 'row', text: [{ bold: '&'.repeat(601) }], buttons: [] }],
      '3007',
    ],
    [
      'a field of 2,001 characters',
      [{ kind: 'fields', fields: [{ label: 'a', value: long(2_000) }] }],
      'A field',
    ],
    ['12,001 characters in all', [{ kind: 'text', text: long(12_001) }], 'at most 12000'],
    ['a button of 76 characters', [{ kind: 'buttons', buttons: [press(long(76))] }], 'A button'],
    [
      'four visible buttons',
      [{ kind: 'buttons', buttons: ['a', 'b', 'c', 'd'].map((l) => press(l)) }],
      '4 visible',
    ],
    [
      'six controls on a line',
      [{ kind: 'row', text: 'x', buttons: 'abcdef'.split('').map((l) => press(l)) }],
      '6 controls',
    ],
    ['a question in a menu', [{ kind: 'buttons', buttons: [], more: [asking] }], '“Off” asks'],
    [
      'a question of 301 characters',
      [
        {
          kind: 'buttons',
          buttons: [{ ...press('Off'), confirm: { title: 't', text: long(301), yes: 'y' } }],
        },
      ],
      'A question',
    ],
  ])('%s', async (_, parts, message) => {
    const card = await minted(cardOf(...parts));
    expect(() => renderCard(card)).toThrow(DomainError);
    expect(() => renderCard(card)).toThrow(message);
  });

  it('a title of 151 characters, a summary of 3,001', async () => {
    const parts: readonly Part[] = [{ kind: 'divider' }];
    const titled = await minted({ title: long(151), summary: 's', parts });
    expect(() => renderCard(titled)).toThrow('A title has 151 characters');
    const summed = await minted({ summary: long(3_001), parts });
    expect(() => renderCard(summed)).toThrow('A summary');
  });

  it('a button that was never given an id is a fault of ours, not of the card', () => {
    const card = cardOf({ kind: 'buttons', buttons: [press('Open')] });
    expect(() => renderCard({ card, tokens: new Map() })).toThrow('“Open” was not minted');
  });
});

async function blocksOf(...parts: readonly Part[]) {
  const { blocks } = renderCard(await minted(cardOf(...parts)));
  expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
  return blocks;
}
