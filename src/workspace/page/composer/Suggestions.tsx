import { type ReactNode, useEffect, useRef } from 'react';
import { namedCommand, usageOf } from './suggest.ts';
import type { SuggestionList } from './useSuggestions.ts';
import type { SlashCommand } from '../../api.ts';

interface Props {
  readonly id: string;
  readonly suggestions: SuggestionList;
}

export function Suggestions({ id, suggestions: { open, commands, active, choose } }: Props): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!open) return null;
  return (
    <ul id={id} ref={list} className="suggestions" role="listbox" aria-label="Commands">
      {commands.map((command, index) => (
        <li
          key={command.command}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="suggestion"
          // Before the field loses the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(command);
          }}
        >
          <span className="suggestion-command">{command.command}</span>
          <span className="suggestion-usage">{usageOf(command)}</span>
          <span className="suggestion-text">{command.description}</span>
        </li>
      ))}
    </ul>
  );
}

/** What may follow the command that has been typed. */
export function CommandHint({
  commands,
  text,
}: {
  commands: readonly SlashCommand[];
  text: string;
}): ReactNode {
  const command = namedCommand(commands, text);
  if (command === undefined) return null;
  return (
    <p className="command-hint">
      <strong>{command.command}</strong> {usageOf(command)} <span>{command.description}</span>
    </p>
  );
}
