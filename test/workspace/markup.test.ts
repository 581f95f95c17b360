import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, mentionsOf, normaliseText } from '../../src/workspace/markup.ts';

const pieces = fc.array(
  fc.constantFrom(
    '<',
    '>',
    '&',
    '&amp;',
    '&lt;',
    '<@U123>',
    '<!here>',
    '<#C1|x>',
    '<https://a.example|b>',
    'a',
    ' ',
  ),
);

test('normalised text is left as it is when it is normalised again', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const once = normaliseText(parts.join(''));
      expect(normaliseText(once)).toBe(once);
    }),
  );
});

test('whatever a person types mentions nobody and reads back the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => parts.join('')),
      ),
      (typed) => {
        const text = escapeText(typed);
        expect(mentionsOf({ text })).toEqual([]);
        expect(normaliseText(text)).toBe(text);
        expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(typed);
      },
    ),
  );
});

test('mentions are found in text, in formatted blocks and in rich text, not in plain text', () => {
  const blocks = [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '<@U1>' },
      fields: [{ type: 'plain_text', text: '<@U2>' }],
    },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }],
    },
  ];
  expect(mentionsOf({ text: '<!channel> <@U3|Ana>', blocks })).toEqual(['channel', 'U3', 'U1', 'here']);
});
