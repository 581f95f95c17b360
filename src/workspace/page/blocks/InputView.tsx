import type { InputBlock } from '@slack/types';
import { type ReactNode, useId } from 'react';
import { shownElement } from './kit.ts';
import { ElementView } from '../elements/ElementView.tsx';
import { useSurface } from '../elements/surface.ts';

/** A group of boxes or buttons is named by a legend, everything else by a label. */
export function InputView({ block }: { readonly block: InputBlock }): ReactNode {
  const controlId = useId();
  const noteId = useId();
  const error = useSurface().form?.errors[block.block_id ?? ''];
  const isGroup = GROUPS.has(block.element.type);
  const Frame = isGroup ? 'fieldset' : 'div';
  const name = (
    <>
      {block.label.text}
      {block.optional === true && <span className="field-optional"> (optional)</span>}
    </>
  );

  return (
    <Frame className={`field ${error === undefined ? '' : 'field-wrong'}`} aria-describedby={noteId}>
      {isGroup ? (
        <legend className="field-label">{name}</legend>
      ) : (
        <label className="field-label" htmlFor={controlId}>
          {name}
        </label>
      )}
      <ElementView
        element={shownElement(block.element)}
        standing={{
          blockId: block.block_id ?? '',
          dispatches: block.dispatch_action === true,
          controlId,
          describedBy: noteId,
          invalid: error !== undefined,
        }}
      />
      <div id={noteId}>
        {error !== undefined && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
        {block.hint && <p className="field-hint">{block.hint.text}</p>}
      </div>
    </Frame>
  );
}

const GROUPS = new Set(['checkboxes', 'radio_buttons', 'multi_static_select']);
