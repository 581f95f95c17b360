import type { Part } from '../../../src/chat/types.ts';

/** Sentences in small print, a few to a block: platforms limit how much one holds. */
export function smallPrint(sentences: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < sentences.length; from += together)
    parts.push({ kind: 'small', text: sentences.slice(from, from + together).join('\n') });
  return parts;
}

const together = 4;

/** What came from a file, short enough to stand in a line. */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
