import type { KnownBlock } from '@slack/types';
import type { MintedCard } from '../port.ts';
import type { Button, Part } from '../types.ts';
import { fitting, fittingCount, LIMITS } from './limits.ts';
import { neutral } from './render/mrkdwn.ts';
import { partBlocks } from './render/part.ts';
import { type FileIds, NO_FILES } from './render/picture.ts';
import { plainText, visible } from './render/plain.ts';
import { isNative } from './render/table.ts';

export interface RenderedMessage {
  /** For notifications and screen readers; Slack parses it, so it is neutralised too. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/**
 * A card as a Slack message. Throws `DomainError` for whatever Slack would refuse: a card that is too big is the
 * business of who made it. Pictures without a file are told in words.
 */
export function renderCard(minted: MintedCard, files: FileIds = NO_FILES): RenderedMessage {
  const { card } = minted;
  const blocks = [...cardBlocks(minted, 'message', files)];
  fittingCount('blocks in a message', blocks, LIMITS.messageBlocks);
  fitting('This message', textsOf(blocks.filter((block) => !isNative(block))).join(''), LIMITS.messageText);
  return { text: fitting('A summary', neutral(visible(card.summary)), LIMITS.summary), blocks };
}

/** The blocks alone, for a message, a modal or a Home. A card without anything to see shows its summary. */
export function cardBlocks(
  { card, tokens }: MintedCard,
  surface: 'message' | 'modal' | 'home',
  files: FileIds = NO_FILES,
): readonly KnownBlock[] {
  const title: readonly KnownBlock[] =
    card.title === undefined
      ? []
      : [{ type: 'header', text: plainText('A title', card.title, LIMITS.header) }];
  const parts = partsBlocks(card.parts, (button) => tokenOf(tokens, button), surface === 'message', files);
  if (title.length + parts.length > 0) return [...title, ...parts];
  return [{ type: 'section', text: plainText('A summary', card.summary, LIMITS.sectionText) }];
}

/**
 * The blocks of parts in their order. Slack's own table stands below everything else and only once, so a card with
 * several would have its first one torn from its place: then all are told in columns of fixed width.
 */
export function partsBlocks(
  parts: readonly Part[],
  token: (button: Button) => string,
  nativeTable: boolean,
  files: FileIds = NO_FILES,
): readonly KnownBlock[] {
  const isOnly = parts.filter(({ kind }) => kind === 'table').length === 1;
  return parts.flatMap((part) =>
    partBlocks(part, { tokenOf: token, nativeTable: nativeTable && isOnly, files }),
  );
}

function tokenOf(tokens: MintedCard['tokens'], button: Button): string {
  const token = tokens.get(button.action) ?? tokens.get(button);
  if (token === undefined) throw new Error(`The button “${button.label}” was not minted`);
  return token;
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'text' || key === 'alt_text') && typeof inner === 'string' ? [inner] : textsOf(inner),
  );
}
