import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Span, Text } from '../../types.ts';
import { blank, oneLine, plain } from './plain.ts';
import { checkedUrl, checkedUser } from './reference.ts';

/**
 * A text as rich text, whose styles are fields and not marks: data stays exact to the letter. Nothing when there is
 * nothing to see.
 */
export function richText(text: Text): readonly RichTextBlock[] {
  const spans = typeof text === 'string' ? [text] : text;
  const elements = spans.flatMap(element);
  if (elements.every((each) => each.type === 'text' && blank(each.text))) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

/** Fixed-width lines, exact to the letter. */
export function preformatted(lines: readonly string[]): RichTextBlock {
  const text = lines.join('\n');
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

function element(span: Span): readonly RichTextElement[] {
  if (typeof span === 'string') return words(span);
  if ('bold' in span) return words(span.bold, { bold: true });
  if ('code' in span) return words(span.code, { code: true });
  if ('strike' in span) return words(span.strike, { strike: true });
  if ('mention' in span) return [{ type: 'user', user_id: checkedUser(span.mention) }];
  return [{ type: 'link', url: checkedUrl(span.link), text: oneLine(span.label) }];
}

function words(
  text: string,
  style?: { bold?: true; code?: true; strike?: true },
): readonly RichTextElement[] {
  const shown = plain(text);
  if (shown === '') return [];
  return [{ type: 'text', text: shown, ...(style && { style }) }];
}
