import { mintCard } from '../../src/chat/mint.ts';
import type { MintedCard } from '../../src/chat/port.ts';
import type { Button, Card, Part } from '../../src/chat/types.ts';

/** A card whose buttons' ids tell what they do: `act-open-1` for action `open`, the second of the card. */
export function minted(card: Card): Promise<MintedCard> {
  return mintCard(card, (actions) =>
    Promise.resolve(actions.map(({ action }, index) => `act-${action}-${index}`)),
  );
}

export function cardOf(...parts: readonly Part[]): Card {
  return { summary: 'A card', parts };
}

export function press(label: string, action = label.toLowerCase()): Button {
  return { label, action: { command: 'desk', action, args: {} } };
}
