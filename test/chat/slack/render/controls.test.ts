import { describe, expect, it } from 'vitest';
import { press } from '../../minted.ts';
import { blocksOf } from './blocks-of.ts';

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
