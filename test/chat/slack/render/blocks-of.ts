import { expect } from 'vitest';
import type { Part } from '../../../../src/chat/types.ts';
import { renderCard } from '../../../../src/chat/slack/render.ts';
import { checkBlocks } from '../../../../src/workspace/blocks/validate.ts';
import { cardOf, minted } from '../../minted.ts';

/** The blocks of a card of these parts, which Slack would take. */
export async function blocksOf(...parts: readonly Part[]) {
  const { blocks } = renderCard(await minted(cardOf(...parts)));
  expect(checkBlocks(blocks, 'message')).toMatchObject({ ok: true });
  return blocks;
}
