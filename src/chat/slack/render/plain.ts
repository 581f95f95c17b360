import type { PlainTextElement } from '@slack/types';
import { fitting } from '../limits.ts';

/** Stands where data is empty: Slack refuses texts without a character. */
export const NOTHING = '–';

/**
 * Control characters except the line feed; marks that turn the reading direction of what follows, with which a
 * customer's name could rearrange the sums beside it.
 */
const UNSEEN = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Data as it may be shown: well-formed, without characters that nobody sees but that change what is seen. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '');
}

/** Whether a text shows nothing: spaces and zero-width characters only. */
export function blank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}

/** As `plain`, with a dash where there is nothing to see. */
export function visible(text: string): string {
  const clean = plain(text);
  return blank(clean) ? NOTHING : clean;
}

/** As `visible`, in one line: for labels, cells and code. */
export function oneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}

/** A text object that Slack shows letter by letter. */
export function plainText(what: string, text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: fitting(what, visible(text), limit), emoji: false };
}
