import type { ReactElement, ReactNode } from 'react';
import { ActionsView } from './ActionsView.tsx';
import { AlertView } from './AlertView.tsx';
import { ContextView } from './ContextView.tsx';
import { ImageView } from './ImageView.tsx';
import { InputView } from './InputView.tsx';
import { type ShownBlock, shownBlock } from './kit.ts';
import { RichTextView } from './RichTextView.tsx';
import { SectionView } from './SectionView.tsx';
import { TableView } from './TableView.tsx';
import type { Block } from '../../api.ts';
import { withEmoji } from '../text/emoji.ts';

/** Block Kit as elements; must stand on a surface (elements/surface.ts), which hears what is pressed. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <BlockView key={block.block_id ?? index} block={shownBlock(block)} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: ShownBlock }): ReactElement {
  switch (block.type) {
    case 'header':
      return <h3 className="block-header">{withEmoji(block.text.text)}</h3>;
    case 'divider':
      return <hr className="block-divider" />;
    case 'section':
      return <SectionView block={block} />;
    case 'context':
      return <ContextView block={block} />;
    case 'actions':
      return <ActionsView block={block} />;
    case 'image':
      return <ImageView block={block} />;
    case 'input':
      return <InputView block={block} />;
    case 'table':
      return <TableView block={block} />;
    case 'rich_text':
      return <RichTextView block={block} />;
    case 'alert':
      return <AlertView block={block} />;
  }
}
