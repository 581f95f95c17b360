import type { ActionsBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { shownElement } from './kit.ts';
import { ElementView } from '../elements/ElementView.tsx';

export function ActionsView({ block }: { readonly block: ActionsBlock }): ReactNode {
  return (
    <div className="block-actions">
      {block.elements.map((element, index) => (
        <ElementView
          key={element.action_id ?? index}
          element={shownElement(element)}
          standing={{ blockId: block.block_id ?? '', dispatches: true }}
        />
      ))}
    </div>
  );
}
