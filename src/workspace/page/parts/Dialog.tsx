import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  readonly labelledBy: string;
  readonly small?: boolean;
  readonly wide?: boolean;
  /** At the window's upper edge, so that it does not jump while its content grows. */
  readonly top?: boolean;
  /** Escape was pressed. The dialog stays until its owner takes it away. */
  readonly leave: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: the browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ labelledBy, small, wide, top, leave, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it still stands in the page: one that is only removed gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      keepFocus();
    };
  }, []);
  const look = [small && 'dialog-small', wide && 'dialog-wide', top && 'dialog-top'].filter(Boolean);
  return (
    <dialog
      ref={dialog}
      className={['dialog', ...look].join(' ')}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        // A file chooser's cancel bubbles up to here as well.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        leave();
      }}
    >
      {children}
    </dialog>
  );
}

/** Where the opener is gone (its card has changed meanwhile), one goes on writing. */
function keepFocus(): void {
  if (document.activeElement === document.body && matchMedia('(hover: hover)').matches)
    document.querySelector<HTMLElement>('.composer-text')?.focus({ preventScroll: true });
}
