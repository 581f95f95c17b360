import type { ImageBlock } from '@slack/types';
import { type ReactNode, useId } from 'react';
import { Picture } from './Picture.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';

interface Props {
  readonly block: ImageBlock;
  readonly leave: () => void;
}

/** One picture over the page, with what it shows in words below it. */
export function LargePicture({ block, leave }: Props): ReactNode {
  const titleId = useId();
  return (
    <Dialog labelledBy={titleId} leave={leave} wide>
      <header className="form-header">
        <h2 id={titleId} className="dialog-title">
          {block.title?.text ?? 'Picture'}
        </h2>
        <button type="button" className="icon-button" aria-label="Close this picture" onClick={leave}>
          <Icon name="close" />
        </button>
      </header>
      <div className="large-picture">
        <Picture image={block} className="large-picture-image" />
        <p className="large-picture-words">{block.alt_text}</p>
      </div>
    </Dialog>
  );
}
