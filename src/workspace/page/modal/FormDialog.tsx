import type { ModalView } from '@slack/types';
import { type ReactNode, type SyntheticEvent, useId, useMemo, useRef } from 'react';
import { useFirstField, useFirstWrong } from './useFormFocus.ts';
import { useFormState } from './useFormState.ts';
import type { View } from '../../api.ts';
import { Blocks } from '../blocks/Blocks.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { usePresses } from '../elements/usePresses.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';

interface Props {
  readonly view: View;
  /** Another form waits below it. */
  readonly isStacked: boolean;
}

export function FormDialog({ view, isStacked }: Props): ReactNode {
  const titleId = useId();
  const sheet = useRef<HTMLFormElement>(null);
  const from = useMemo(() => ({ view: view.id }), [view.id]);
  const { form, values, submit, close, sending, refusal } = useFormState(view);
  const { press, pressing, failure, question } = usePresses(from, values);
  const surface = useMemo(() => ({ press, pressing, form }), [press, pressing, form]);
  const { title, submit: submitText, close: closeText } = view.view as unknown as ModalView;

  useFirstField(sheet, view.hash);
  useFirstWrong(sheet, form.errors);

  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };

  return (
    <Dialog labelledBy={titleId} leave={close}>
      <form className="form" ref={sheet} noValidate onSubmit={send}>
        <header className="form-header">
          {isStacked && (
            <button type="button" className="icon-button" aria-label="Back" onClick={close}>
              <Icon name="back" />
            </button>
          )}
          <h2 id={titleId} className="dialog-title">
            {title.text}
          </h2>
          {!isStacked && (
            <button type="button" className="icon-button" aria-label="Close this form" onClick={close}>
              <Icon name="close" />
            </button>
          )}
        </header>
        <div className="form-body">
          <SurfaceContext value={surface}>
            <Blocks blocks={view.view.blocks} />
          </SurfaceContext>
        </div>
        <footer className="form-footer">
          <Notice text={refusal ?? failure} />
          <button type="button" className="button" onClick={close}>
            {closeText?.text ?? 'Close'}
          </button>
          {submitText && (
            <button type="submit" className="button button-primary" aria-busy={sending} disabled={sending}>
              {submitText.text}
            </button>
          )}
        </footer>
      </form>
      {question}
    </Dialog>
  );
}
