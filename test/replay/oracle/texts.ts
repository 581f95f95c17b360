import type { Said } from '../desk/tape.ts';

/** The lines of a message as they are read, a block after the other; bold marks are left out. */
export function linesOf({ text, blocks = [] }: Said): readonly string[] {
  const shown = blocks.length === 0 ? [text] : blocks.flatMap(wordsIn);
  return shown.flatMap((one) => one.replaceAll('*', '').split('\n'));
}

/** The texts of sections that have a control beside them: each is one thing to do. */
export function rowsOf({ blocks = [] }: Said): readonly (readonly string[])[] {
  return blocks
    .filter((block) => block['accessory'] !== undefined)
    .map((block) => wordsIn(block['text']).join('').replaceAll('*', '').split('\n'));
}

function wordsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) {
    const words = part.map(wordsIn);
    return part.every(isInline) ? [words.flat().join('')] : words.flat();
  }
  if (typeof part !== 'object' || part === null) return [];
  const node = part as Readonly<Record<string, unknown>>;
  if (node['type'] === 'user') return [`<@${String(node['user_id'])}>`];
  if (typeof node['text'] === 'string') return [node['text']];
  return wordsIn(node['text'] ?? node['elements'] ?? node['fields'] ?? []);
}

const isInline = (part: unknown): boolean =>
  ['text', 'user', 'link', 'emoji'].includes(String((part as { type?: unknown } | null)?.type));
