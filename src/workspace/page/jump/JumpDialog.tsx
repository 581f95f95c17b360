import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Target, targetsFor } from './targets.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { go } from '../state/place.ts';
import { useDirectory, useSession } from '../state/useSession.ts';

/** Typing a few letters leads to a conversation, a person or a message. */
export function JumpDialog({ leave }: { readonly leave: () => void }): ReactNode {
  const { session, becomeSomebody } = useSession();
  const directory = useDirectory();
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState(0);
  const id = useId();
  const targets = targetsFor(typed, session, directory);
  const active = Math.min(cursor, targets.length - 1);

  const take = (target: Target | undefined): void => {
    if (target === undefined) return;
    leave();
    if ('place' in target) go(target.place);
    else becomeSomebody(target.person);
  };
  const keyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) take(targets[active]);
    else setCursor((active + step + targets.length) % targets.length);
  };

  return (
    <Dialog labelledBy={`${id}-title`} leave={leave} top>
      <h2 id={`${id}-title`} className="unseen">
        Jump to
      </h2>
      <input
        className="jump-text"
        type="text"
        role="combobox"
        aria-label="Jump to"
        aria-expanded={targets.length > 0}
        aria-controls={id}
        aria-activedescendant={targets.length > 0 ? `${id}-${active}` : undefined}
        placeholder="Jump to a conversation, a person or a message…"
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setCursor(0);
        }}
        onKeyDown={keyDown}
      />
      <TargetList id={id} targets={targets} active={active} take={take} />
      {targets.length === 0 && (
        <p className="empty">Nothing here is called “{typed}”, and nobody wrote it.</p>
      )}
    </Dialog>
  );
}

interface ListProps {
  readonly id: string;
  readonly targets: readonly Target[];
  readonly active: number;
  readonly take: (target: Target) => void;
}

function TargetList({ id, targets, active, take }: ListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul id={id} ref={list} className="jump-list" role="listbox" aria-label="Places, people, messages">
      {targets.map((target, index) => (
        <li
          key={target.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="suggestion jump-target"
          onClick={() => take(target)}
        >
          <span className="jump-title">{target.title}</span>
          <span className="suggestion-usage">{target.note}</span>
        </li>
      ))}
    </ul>
  );
}
