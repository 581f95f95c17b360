import { type ReactNode, useId } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';

const KEYS = [
  ['Ctrl K or ⌘ K', 'Jump to a conversation, a person or a message'],
  ['Enter', 'Send; take what is marked in a list'],
  ['Shift Enter', 'Begin a new line'],
  ['/', 'List the commands; ↑ ↓ choose, Tab or Enter takes one'],
  ['↑ in an empty line', 'The last command again, ↓ goes back'],
  ['Esc', 'Close the form, the picture, the menu, the thread'],
  ['Tab, Shift Tab', 'Next control, the one before'],
  ['?', 'This list'],
] as const;

/** What the keyboard can do here. */
export function KeyList({ leave }: { readonly leave: () => void }): ReactNode {
  const titleId = useId();
  return (
    <Dialog labelledBy={titleId} leave={leave}>
      <header className="form-header">
        <h2 id={titleId} className="dialog-title">
          Keyboard
        </h2>
        <button type="button" className="icon-button" aria-label="Close this list" onClick={leave}>
          <Icon name="close" />
        </button>
      </header>
      <dl className="key-list">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
