import type { Card } from '../../../src/chat/types.ts';
import type { Notice } from '../../../src/services/notice.ts';
import { stopWords } from '../../../src/services/stop/kinds.ts';
import { nameOf, type People } from '../words.ts';

/** In the thread: nobody presses them any more, that stands, or it is over. */
export function stopCard(
  { stop, event, memberId, because }: Extract<Notice, { readonly kind: 'stop' }>,
  people: People,
): Card {
  const who = nameOf(people, memberId);
  const said = `“${because}”`;
  const card = (bold: string, rest: string): Card => ({
    summary: bold,
    parts: [{ kind: 'text', text: [{ bold }, rest] }],
  });
  switch (event) {
    case 'stopped':
      return card(`Nobody presses them any more: ${stopWords[stop]}`, ` · ${who}: ${said}`);
    case 'confirmed':
      return card('The stop stands', ` · confirmed by ${who}`);
    case 'over':
      return card('Pressed again', ` by their dates from now on · ${who}: ${said}`);
  }
}
