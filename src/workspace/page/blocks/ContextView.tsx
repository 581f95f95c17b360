import type { ContextBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { Picture } from './Picture.tsx';
import { TextView } from './TextView.tsx';

export function ContextView({ block }: { readonly block: ContextBlock }): ReactNode {
  return (
    <div className="block-context">
      {block.elements.map((element, index) =>
        element.type === 'image' ? (
          <Picture key={index} image={element} className="context-image" />
        ) : (
          <div key={index} className="context-text">
            <TextView text={element} />
          </div>
        ),
      )}
    </div>
  );
}
