import type { SectionBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { shownElement } from './kit.ts';
import { TextView } from './TextView.tsx';
import { ElementView } from '../elements/ElementView.tsx';

export function SectionView({ block }: { readonly block: SectionBlock }): ReactNode {
  return (
    <div className="block-section">
      <div className="section-main">
        {block.text && <TextView text={block.text} />}
        {block.fields && (
          <div className="section-fields">
            {block.fields.map((field, index) => (
              <div key={index}>
                <TextView text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div className="section-accessory">
          <ElementView
            element={shownElement(block.accessory)}
            standing={{ blockId: block.block_id ?? '', dispatches: true }}
          />
        </div>
      )}
    </div>
  );
}
