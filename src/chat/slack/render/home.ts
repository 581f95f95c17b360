import type { HomeView } from '@slack/types';
import type { MintedCard } from '../../port.ts';
import { fittingCount, LIMITS } from '../limits.ts';
import { cardBlocks } from '../render.ts';
import type { FileIds } from './picture.ts';

/** A card as somebody's own page. It has the room of a form, and no tables of Slack's own either. */
export function renderHome(card: MintedCard, files?: FileIds): HomeView {
  return {
    type: 'home',
    blocks: [...fittingCount('blocks in a Home', cardBlocks(card, 'home', files), LIMITS.viewBlocks)],
  };
}
