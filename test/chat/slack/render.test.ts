import { describe, expect, it } from 'vitest';
import type { Button, Part } from '../../../src/chat/types.ts';
import { renderCard } from '../../../src/chat/slack/render.ts';
import { DomainError } from '../../../src/core/error.ts';
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
