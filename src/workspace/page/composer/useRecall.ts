import { type KeyboardEvent, useState } from 'react';

const KEPT = 30;

interface Recall {
  readonly remember: (text: string) => void;
  /** True when the key was an arrow that brought an earlier command, or led back from it. */
  readonly take: (event: KeyboardEvent) => boolean;
}

/** Up in an empty line brings back the commands that this person gave last, newest first. */
export function useRecall(person: string, text: string, setText: (text: string) => void): Recall {
  const key = `workspace.commands.${person}`;
  const [age, setAge] = useState(-1);

  const remember = (sent: string): void => {
    setAge(-1);
    if (!sent.startsWith('/')) return;
    const others = commandsIn(key).filter((other) => other !== sent);
    sessionStorage.setItem(key, JSON.stringify([sent, ...others].slice(0, KEPT)));
  };
  const take = (event: KeyboardEvent): boolean => {
    const commands = commandsIn(key);
    const at = text === '' ? -1 : age;
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    // A text that has been changed since is being written: its arrows move the cursor.
    if (step === undefined || (text !== '' && commands[at] !== text)) return false;
    const next = at + step;
    if (next < -1 || next >= commands.length) return false;
    event.preventDefault();
    setAge(next);
    setText(commands[next] ?? '');
    return true;
  };
  return { remember, take };
}

function commandsIn(key: string): readonly string[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as readonly string[];
  } catch {
    return [];
  }
}
