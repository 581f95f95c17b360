import { describe, expect, it } from 'vitest';
import type { Part } from '../../../../src/chat/types.ts';
import { blocksOf } from './blocks-of.ts';

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
