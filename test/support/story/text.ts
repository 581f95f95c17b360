import type { Message } from '../../../src/workspace/api.ts';

/** All that can be read on a message or a form, top to bottom. An asterisk is bold type: in data it is a look-alike. */
export function say(message: Pick<Message, 'text' | 'blocks'>): string {
  const blocks = message.blocks ?? [];
  const shown = blocks.length === 0 ? message.text : blocks.flatMap(textsIn).join('\n');
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('*', '');
}

function textsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return inlineOrLines(part);
  if (typeof part !== 'object' || part === null) return [];
  const node = part as Readonly<Record<string, unknown>>;
  if (node['type'] === 'user') return [`<@${String(node['user_id'])}>`];
  if (typeof node['text'] === 'string') return [node['text']];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'type' || key === 'style' ? [] : textsIn(value),
  );
}

/** Elements of one rich text section are one line. */
function inlineOrLines(parts: readonly unknown[]): readonly string[] {
  const inline = parts.every((part) => {
    const type = (part as { type?: unknown } | null)?.type;
    return type === 'text' || type === 'user' || type === 'link';
  });
  const texts = parts.map(textsIn);
  return inline && parts.length > 0 ? [texts.flat().join('')] : texts.flat();
}

/** The message about calls that are due, in whatever number. */
export const isNudge = (text: string): boolean => /^\d+ (calls?|tasks?) waits? for an outcome/.test(text);
