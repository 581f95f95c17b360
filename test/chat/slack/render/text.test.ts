import { describe, expect, it } from 'vitest';
import type { Part, Text } from '../../../../src/chat/types.ts';
import { DomainError } from '../../../../src/core/error.ts';
import { press } from '../../minted.ts';
import { blocksOf } from './blocks-of.ts';

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
