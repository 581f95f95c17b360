import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly labelledBy: string;
  readonly small?: boolean;
  readonly wide?: boolean;
  /** Escape was pressed. The dialog stays until its owner takes it away. */
  readonly leave: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: the browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ labelledBy, small, wide, leave, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${small === true ? 'dialog-small' : ''} ${wide === true ? 'dialog-wide' : ''}`}
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
