import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  readonly text: string | undefined;
  readonly dismiss?: () => void;
}

/** What went wrong, beside where it went wrong. */
export function Notice({ text, dismiss }: Props): ReactNode {
  if (text === undefined) return null;
  return (
    <p className="notice" role="alert">
      <Icon name="warn" />
      <span className="notice-text">{text}</span>
      {dismiss && (
        <button type="button" className="icon-button" aria-label="Dismiss" onClick={dismiss}>
          <Icon name="close" />
        </button>
      )}
    </p>
  );
}
