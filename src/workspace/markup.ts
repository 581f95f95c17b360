import type { Block, Message } from './api.ts';

/**
 * Slack's control sequences: people, channels, broadcasts, links. Everything else between angle brackets is text
 * (docs.slack.dev, "Formatting message text").
 */
const CONTROL =
  /<(?:@[UW][A-Z0-9]+(?:\|[^<>]*)?|#C[A-Z0-9]+(?:\|[^<>]*)?|!(?:here|channel|everyone|(?:subteam|date)\^[^<>]*)(?:\|[^<>]*)?|(?:https?:\/\/|mailto:|tel:)[^<>]*)>/g;

const MENTION = /<(?:@([UW][A-Z0-9]+)|!(here|channel|everyone|subteam\^[^|>]*))[^<>]*>/g;

/** What a person typed is text, however it looks. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack makes of an app's text: control sequences and entities stay, stray & < > become entities. */
export function normaliseText(text: string): string {
  let done = 0;
  let out = '';
  for (const match of text.matchAll(CONTROL)) {
    out += escapeStray(text.slice(done, match.index)) + match[0];
    done = match.index + match[0].length;
  }
  return out + escapeStray(text.slice(done));
}

function escapeStray(text: string): string {
  return text
    .replaceAll(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Whom a message calls: user ids, and `here`, `channel`, `everyone`, `subteam^…` for the groups. */
export function mentionsOf(message: Pick<Message, 'text' | 'blocks'>): readonly string[] {
  const texts = [message.text, ...(message.blocks ?? []).flatMap(formattedTexts)];
  const written = texts.flatMap((text) =>
    [...text.matchAll(MENTION)].map((match) => match[1] ?? match[2] ?? ''),
  );
  return [...new Set([...written, ...(message.blocks ?? []).flatMap(richMentions)])];
}

/** Only mrkdwn can mention; plain_text shows the same characters as they are. */
function formattedTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(formattedTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(formattedTexts);
}

function richMentions(block: Block): readonly string[] {
  return block.type === 'rich_text' ? richParts(block) : [];
}

function richParts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(richParts);
  if (typeof value !== 'object' || value === null) return [];
  if ('user_id' in value) return [String(value.user_id)];
  if ('range' in value) return [String(value.range)];
  return Object.values(value).flatMap(richParts);
}
