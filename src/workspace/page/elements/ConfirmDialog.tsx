import type { ConfirmationDialog } from '@slack/types';
import { type ReactNode, useId } from 'react';
import { TextView } from '../blocks/TextView.tsx';
import { Dialog } from '../parts/Dialog.tsx';

interface Props {
  readonly confirm: ConfirmationDialog;
  readonly answer: (yes: boolean) => void;
}

export function ConfirmDialog({ confirm, answer }: Props): ReactNode {
  const titleId = useId();
  return (
    <Dialog labelledBy={titleId} small leave={() => answer(false)}>
      <h2 id={titleId} className="dialog-title">
        {confirm.title?.text ?? 'Are you sure?'}
      </h2>
      <div className="dialog-body">
        <TextView text={confirm.text} />
      </div>
      <div className="dialog-footer">
        <button type="button" className="button" onClick={() => answer(false)}>
          {confirm.deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          className={`button button-${confirm.style ?? 'primary'}`}
          autoFocus
          onClick={() => answer(true)}
        >
          {confirm.confirm?.text ?? 'Yes'}
        </button>
      </div>
    </Dialog>
  );
}
