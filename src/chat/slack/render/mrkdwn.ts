import type { MrkdwnElement, TextObject } from '@slack/types';
import type { Span, Text } from '../../types.ts';
import { fitting } from '../limits.ts';
import { blank, NOTHING, oneLine, plain, visible } from './plain.ts';
import { checkedUrl, checkedUser } from './reference.ts';

/**
 * A text object for the places that take no rich text. Pure data goes as plain text, which Slack does not parse;
 * the rest as mrkdwn, `verbatim` so that names of channels, people and sites in it are not linked.
 */
export function textObject(what: string, text: Text, limit: number): TextObject {
  const spans = typeof text === 'string' ? [text] : text;
  if (!spans.every((span) => typeof span === 'string')) {
    return { type: 'mrkdwn', text: fitting(what, shown(mrkdwn(text)), limit), verbatim: true };
  }
  return { type: 'plain_text', text: fitting(what, visible(spans.join('')), limit), emoji: false };
}

/** A label in bold above its value. */
export function labelled(what: string, label: string, value: Text, limit: number): MrkdwnElement {
  const markup = `${mrkdwn([{ bold: oneLine(label) }])}
${shown(mrkdwn(value))}`;
  return { type: 'mrkdwn', text: fitting(what, markup, limit), verbatim: true };
}

/** Slack's markup for a text: only spans format, link or mention; data never does. */
export function mrkdwn(text: Text): string {
  const spans = typeof text === 'string' ? [text] : text;
  return spans.reduce(merged, []).map(markup).reduce(joined, '');
}

/**
 * Data that Slack's parser leaves alone. Slack has no escape for its formatting characters, so they become
 * look-alikes; underscores inside a word stay, because they format nothing there and invoice numbers are copied.
 */
export function neutral(text: string): string {
  return plain(text)
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\u02cd')
    .replaceAll('*', '\u2217')
    .replaceAll('~', '\u223c')
    .replaceAll('`', '\u02cb')
    .replace(/:(?=[^\s:]+:)/g, ':\u2060')
    .replace(/^>/gm, '\u2060>')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function shown(markup: string): string {
  return blank(markup) ? NOTHING : markup;
}

/** Neighbouring data is one word: `:smi` and `le:` must not meet again as an emoji. */
function merged(spans: readonly Span[], span: Span): readonly Span[] {
  const last = spans.at(-1);
  if (typeof span !== 'string' || typeof last !== 'string') return [...spans, span];
  return [...spans.slice(0, -1), last + span];
}

function markup(span: Span): string {
  if (typeof span === 'string') return neutral(span);
  if ('bold' in span) return styled('*', span.bold);
  if ('strike' in span) return styled('~', span.strike);
  if ('code' in span) return `\`${escaped(oneLine(span.code)).replaceAll('`', '\u02cb')}\``;
  if ('mention' in span) return `<@${checkedUser(span.mention)}>`;
  return `<${escaped(checkedUrl(span.link)).replaceAll('|', '%7C')}|${neutral(oneLine(span.label)).replaceAll('|', '\u00a6')}>`;
}

/** Formatting ends at a line's end and takes no space beside its marks. */
function styled(mark: string, text: string): string {
  return neutral(text)
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/, (_, before, inner, after) =>
        inner === '' ? line : `${before}${mark}${inner}${mark}${after}`,
      ),
    )
    .join('\n');
}

/** Marks count only at a word's edge; a zero-width space makes one where two spans touch. */
function joined(before: string, next: string): string {
  const touching = before !== '' && next !== '' && !/\s$/.test(before) && !/^\s/.test(next);
  const marked = /[*~`>]$/.test(before) || /^[*~`<]/.test(next);
  return touching && marked ? `${before}\u200b${next}` : before + next;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
