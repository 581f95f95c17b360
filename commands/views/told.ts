import type { Reply } from '../../src/chat/types.ts';

/** An answer of one sentence or two. */
export function told(text: string): Reply {
  return { kind: 'card', card: { summary: text, parts: [{ kind: 'text', text }] } };
}
