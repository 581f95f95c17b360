import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inline, parseMrkdwn, type Passage } from '../../../src/workspace/page/text/mrkdwn.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const line = (...inside: readonly Inline[]): readonly Passage[] => [{ kind: 'lines', inside }];

describe('mrkdwn', () => {
  it('reads bold, italic, struck and code, also inside each other', () => {
    expect(parseMrkdwn('*a _b_* ~c~ `d*e*`')).toEqual(
      line(
        { kind: 'bold', inside: [text('a '), { kind: 'italic', inside: [text('b')] }] },
        text(' '),
        { kind: 'strike', inside: [text('c')] },
        text(' '),
        { kind: 'code', text: 'd*e*' },
      ),
    );
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '*open', 'a*b*', '~ not ~', '**'])(
    'leaves %s as it is',
    (plain) => {
      expect(parseMrkdwn(plain)).toEqual(line(text(plain)));
    },
  );

  it('does not let a marker at a line end reach into the next line', () => {
    expect(parseMrkdwn('*a\nb*')).toEqual(line(text('*a\nb*')));
  });

  it('unescapes the three entities once, in text and in code', () => {
    expect(parseMrkdwn('&lt;b&gt; &amp;lt; `&amp;`')).toEqual(
      line(text('<b> &lt; '), { kind: 'code', text: '&' }),
    );
  });

  it('reads people, channels, broadcasts and dates', () => {
    expect(parseMrkdwn('<@U1> <@U2|Rita> <#C1|general> <!here> <!date^1700000000^{date}|then>')).toEqual(
      line(
        { kind: 'user', id: 'U1' },
        text(' '),
        { kind: 'user', id: 'U2' },
        text(' '),
        { kind: 'channel', id: 'C1' },
        text(' '),
        { kind: 'everyone', range: 'here' },
        text(' '),
        { kind: 'date', seconds: 1_700_000_000, format: '{date}', fallback: 'then' },
      ),
    );
  });

  it('reads labelled links, telephone numbers and bare addresses without the full stop behind them', () => {
    expect(parseMrkdwn('<https://a.example/?x=1&amp;y=2|their site> <tel:+4940> https://b.example.')).toEqual(
      line(
        { kind: 'link', href: 'https://a.example/?x=1&y=2', label: 'their site' },
        text(' '),
        { kind: 'link', href: 'tel:+4940', label: '+4940' },
        text(' '),
        { kind: 'link', href: 'https://b.example', label: 'https://b.example' },
        text('.'),
      ),
    );
  });

  it.each(['<javascript:alert(1)|click>', '<data:text/html,x|click>', '<//evil.example|click>'])(
    'shows %s as text, not as a link',
    (hostile) => {
      expect(parseMrkdwn(hostile)).toEqual(line(text(hostile)));
    },
  );

  it('gathers quoted lines and keeps preformatted text as it is', () => {
    expect(parseMrkdwn('before\n&gt; one\n> *two*\n```\n*raw* &lt;\n```')).toEqual([
      { kind: 'lines', inside: [text('before')] },
      { kind: 'quote', inside: [text('one\n'), { kind: 'bold', inside: [text('two')] }] },
      { kind: 'preformatted', text: '*raw* <' },
    ]);
  });

  it('shows text without markup, escaped as Slack asks, exactly as it was', () => {
    const wording = fc
      .stringMatching(/^[A-Za-z0-9 .,;&<"'()äß€-]{1,80}$/)
      .filter((wanted) => !wanted.includes('```'));
    fc.assert(
      fc.property(wording, (wanted) => {
        const escaped = wanted.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        expect(parseMrkdwn(escaped)).toEqual(line(text(wanted)));
      }),
    );
  });

  it('takes any text and gives links only to safe schemes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '```',
        '<',
        '>',
        '|',
        '\n',
        '@U1',
        '!date^',
        'https://',
        'javascript:',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const href of linksIn(parseMrkdwn(pieces.join('')))) {
          expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:)/i);
        }
      }),
    );
  });
});

function linksIn(passages: readonly Passage[]): readonly string[] {
  const within = (nodes: readonly Inline[]): readonly string[] =>
    nodes.flatMap((node) =>
      'inside' in node ? within(node.inside) : node.kind === 'link' ? [node.href] : [],
    );
  return passages.flatMap((passage) => ('inside' in passage ? within(passage.inside) : []));
}
