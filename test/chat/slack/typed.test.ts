import { describe, expect, it } from 'vitest';
import { typedText } from '../../../src/chat/slack/receive/typed.ts';

describe('what was typed after a command', () => {
  it.each([
    ['Müller &amp; Söhne &lt;3', 'Müller & Söhne <3'],
    ['<@U0ANA|ana> takes it', '<@U0ANA> takes it'],
    ['<@U0ANA>', '<@U0ANA>'],
    ['in <#C012|collections> or <#C013>', 'in #collections or #C013'],
    ['see <https://x.example/?a=1&amp;b=2|x.example>', 'see x.example'],
    ['<https://x.example/?a=1&amp;b=2>', 'https://x.example/?a=1&b=2'],
    ['<mailto:ap@x.example|ap@x.example>', 'ap@x.example'],
    ['<!channel> 1 &amp;lt; 2', '<!channel> 1 &lt; 2'],
  ])('%s', (typed, meant) => {
    expect(typedText(typed)).toBe(meant);
  });
});
