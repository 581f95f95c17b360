import type { Button } from '@slack/types';
import type { ReactNode } from 'react';
import { elementKey, useSurface } from './surface.ts';
import type { Standing } from './useControl.ts';
import { withEmoji } from '../text/emoji.ts';
import { isSafeAddress } from '../text/WebLink.tsx';

interface Props {
  readonly element: Button;
  readonly standing: Standing;
}

export function ButtonView({ element, standing: { blockId } }: Props): ReactNode {
  const { press, pressing } = useSurface();
  const busy = pressing === elementKey(blockId, element.action_id);
  const style = element.style === undefined ? '' : `button-${element.style}`;
  return (
    <button
      type="button"
      className={`button ${style}`}
      aria-label={element.accessibility_label}
      aria-busy={busy}
      // Not `disabled`: that would throw the focus away, and a form that opens could not give it back.
      aria-disabled={pressing !== undefined}
      onClick={() => {
        if (pressing !== undefined) return;
        if (element.url !== undefined && isSafeAddress(element.url)) open(element.url, '_blank', 'noopener');
        void press(pressedButton(element, blockId), element.confirm);
      }}
    >
      {withEmoji(element.text.text)}
    </button>
  );
}

function pressedButton({ type, action_id, text, value }: Button, blockId: string) {
  return {
    type,
    block_id: blockId,
    action_id: action_id ?? '',
    text,
    ...(value === undefined ? {} : { value }),
  };
}
