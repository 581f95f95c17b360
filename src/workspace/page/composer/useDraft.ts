import { useState } from 'react';

/** The unsent text of one channel or thread; it outlives a change of channel and a reload of this tab. */
export function useDraft(place: string): readonly [string, (text: string) => void] {
  const key = `workspace.draft.${place}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const keep = (next: string): void => {
    setText(next);
    if (next === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next);
  };
  return [text, keep];
}
