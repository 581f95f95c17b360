export type Meaning = 'jump' | 'keys' | 'leave';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'defaultPrevented' | 'isComposing'
>;

/** What a key means wherever one is; undefined when it belongs to the field or list that has the focus. */
export function meaningOf(event: Pressed): Meaning | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, isComposing } = event;
  if (defaultPrevented || isComposing || altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !shiftKey ? 'jump' : undefined;
  if (key === 'Escape') return 'leave';
  return key === '?' && !isWriting(event.target) ? 'keys' : undefined;
}

/** An empty line has no use for a question mark that one would miss. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement) return target.value !== '';
  return target.matches('input, select, [contenteditable]');
}
