import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Button, Card, Part, Span, Text } from '../../../src/chat/types.ts';
import { mrkdwn } from '../../../src/chat/slack/render/mrkdwn.ts';
import { plain } from '../../../src/chat/slack/render/plain.ts';
import { renderCard } from '../../../src/chat/slack/render.ts';
import { DomainError } from '../../../src/core/error.ts';
import { checkBlocks } from '../../../src/workspace/blocks/validate.ts';
import { parseMrkdwn } from '../../../src/workspace/page/text/mrkdwn.ts';
import { cardOf, minted, press } from '../minted.ts';

/** Names and notes as attackers and careless people write them. */
const data = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...'*_~`<>&:@#|! \nab1_'.split('')), { maxLength: 30 })
      .map((all) => all.join('')),
  },
  fc.constantFrom(
    '<!channel>',
    '@here',
    '<@U1>',
    '> quote',
    ':tada:',
    '```\ncode\n```',
    '<https://x.example|pay>',
    '&lt;!here&gt;',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);

describe('data, whatever it is,', () => {
  it('formats, links and mentions nothing in mrkdwn', () => {
    fc.assert(
      fc.property(data, (text) => {
        const markup = mrkdwn(text);
        expect(markup).not.toMatch(/[*~`<]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:[^\s:\u2060]+:|^(?:>|&gt;)/m);
        expect(markup.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&>]/);
      }),
    );
  });

  it('reads the same in mrkdwn but for look-alikes of the marks', () => {
    fc.assert(
      fc.property(data, (text) => {
        const seen = parseMrkdwn(mrkdwn(text)).map((passage) =>
          'inside' in passage
            ? passage.inside.map((node) => ('text' in node ? node.text : '')).join('')
            : passage.text,
        );
        fc.pre(!/https?:\/\//.test(text));
        const folded = plain(text)
          .replaceAll('\u2060', '')
          .replace(/^\n|\n$/g, '');
        expect(alike(seen.join('\n'))).toBe(alike(folded));
      }),
    );
  });

  it('stays inside its style when it has one, whatever stands beside it', () => {
    fc.assert(
      fc.property(data, data, data, (before, bold, after) => {
        const line = plain(bold).replaceAll('\n', ' ').trim();
        fc.pre(line !== '' && !/https?:\/\//.test(before + bold + after));
        const passages = parseMrkdwn(mrkdwn([before, { bold: line }, after]));
        const nodes = passages.flatMap((passage) => ('inside' in passage ? passage.inside : []));
        const styled = nodes.filter((node) => node.kind !== 'text');
        expect(styled.map((node) => node.kind)).toEqual(['bold']);
        expect(alike(JSON.stringify(styled))).toContain(alike(JSON.stringify(line).slice(1, -1)));
      }),
    );
  });

  it('is exact in rich text, and only a mention mentions', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (text) => {
        const { blocks } = await rendered({ kind: 'text', text: [text, { mention: 'U1' }, { bold: text }] });
        const [section] =
          'elements' in blocks[0]! && blocks[0].type === 'rich_text' ? blocks[0].elements : [];
        const elements = section?.type === 'rich_text_section' ? section.elements : [];
        expect(elements.filter((each) => each.type !== 'text')).toEqual([{ type: 'user', user_id: 'U1' }]);
        expect(elements.map((each) => (each.type === 'text' ? each.text : '')).join('')).toBe(
          plain(text) + plain(text),
        );
      }),
    );
  });

  it('is taken by Slack wherever a card may hold it', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (text) => {
        const styled: Text = [{ bold: text }, text, { code: text }, { strike: text }];
        const table = { kind: 'table', columns: [{ title: text }], rows: [[text], []] } as const;
        const { blocks } = await rendered(
          { kind: 'text', text: styled },
          { kind: 'small', text: styled },
          { kind: 'small', text },
          {
            kind: 'fields',
            fields: [
              { label: text, value: text },
              { label: text, value: styled },
            ],
          },
          { kind: 'row', text, buttons: [press(text.slice(0, 75), 'a')] },
          { kind: 'row', text: styled, buttons: [press(text.slice(0, 75), 'a'), press('b')] },
          table,
          table,
        );
        expect(blocks.length).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

describe('a card, whatever is in it,', () => {
  const span: fc.Arbitrary<Span> = fc.oneof(
    data,
    fc.record({ bold: data }),
    fc.record({ code: data }),
    fc.record({ strike: data }),
    fc.constant({ mention: 'U012' }),
    fc.record({ link: fc.webUrl({ withQueryParameters: true }), label: data }),
  );
  const text: fc.Arbitrary<Text> = fc.oneof(
    data,
    fc.array(span, { maxLength: 6 }),
    fc.constantFrom(2_999, 3_001, 12_001).map((n) => 'x'.repeat(n)),
  );
  const confirm = fc.record({ title: data, text: data, yes: data });
  const button: fc.Arbitrary<Button> = fc
    .record({
      label: data,
      style: fc.option(fc.constantFrom('primary', 'danger')),
      confirm: fc.option(confirm),
    })
    .map(({ label, style, confirm: ask }) => ({
      ...press(label, 'x'),
      ...(style && { style }),
      ...(ask && { confirm: ask }),
    }));
  const buttons = (maxLength: number) => fc.array(button, { maxLength });
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.record({ kind: fc.constant('small' as const), text }),
    fc.record({
      kind: fc.constant('fields' as const),
      fields: fc.array(fc.record({ label: data, value: text }), { maxLength: 12 }),
    }),
    fc.record({ kind: fc.constant('row' as const), text, buttons: buttons(6) }),
    fc.record({ kind: fc.constant('buttons' as const), buttons: buttons(4), more: buttons(7) }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(fc.record({ title: data }), { maxLength: 22 }),
      rows: fc.array(fc.array(data, { maxLength: 3 }), { maxLength: 12 }),
    }),
    fc.constant({ kind: 'divider' as const }),
  );
  const card: fc.Arbitrary<Card> = fc.record({
    summary: data,
    parts: fc.array(part, { maxLength: 12 }),
  });

  it('is either taken by Slack or refused by us, in words', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(card, async (value) => {
        const ready = await minted(value);
        try {
          const { text: fallback, blocks } = renderCard(ready);
          expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
          expect(fallback).not.toMatch(/</);
          taken += 1;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(40);
  });
});

async function rendered(...parts: readonly Part[]) {
  const message = renderCard(await minted(cardOf(...parts)));
  expect(checkBlocks(message.blocks, 'message')).toMatchObject({ ok: true });
  return message;
}

/** The marks and what stands for them, folded together; characters of no width left out. */
function alike(text: string): string {
  return text
    .replace(/[\u2060\u200b]/g, '')
    .replaceAll('\u2217', '*')
    .replaceAll('\u02cd', '_')
    .replaceAll('\u223c', '~')
    .replaceAll('\u02cb', '`');
}
