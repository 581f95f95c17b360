import { type KeyboardEvent, useState } from 'react';
import { suggest } from './suggest.ts';
import type { SlashCommand } from '../../api.ts';

export interface SuggestionList {
  readonly open: boolean;
  readonly commands: readonly SlashCommand[];
  /** Index of the one that Enter or Tab takes. */
  readonly active: number;
  readonly choose: (command: SlashCommand) => void;
  /** Until the text changes. */
  readonly dismiss: () => void;
  /** True when the key was meant for the list. */
  readonly take: (event: KeyboardEvent) => boolean;
}

/** The list of commands above the composer. */
export function useSuggestions(
  all: readonly SlashCommand[],
  text: string,
  setText: (text: string) => void,
): SuggestionList {
  const commands = suggest(all, text);
  const [cursor, setCursor] = useState({ text, index: 0 });
  const [dismissed, setDismissed] = useState(text);
  const open = commands.length > 0 && dismissed !== text;
  const active = cursor.text === text ? Math.min(cursor.index, commands.length - 1) : 0;

  const choose = (command: SlashCommand): void => setText(`${command.command} `);
  const dismiss = (): void => setDismissed(text);
  const move = (step: number): void =>
    setCursor({ text, index: (active + step + commands.length) % commands.length });

  const take = (event: KeyboardEvent): boolean => {
    const chosen = commands[active];
    if (!open || chosen === undefined) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Escape':
        dismiss();
        break;
      case 'Tab':
        choose(chosen);
        break;
      case 'Enter':
        // Typed out in full: this Enter sends it.
        if (event.shiftKey || chosen.command === text.toLowerCase()) return false;
        choose(chosen);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  };

  return { open, commands, active, choose, dismiss, take };
}
