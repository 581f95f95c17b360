import type { ImageBlock } from '@slack/types';
import { type ReactNode, useState } from 'react';
import { LargePicture } from './LargePicture.tsx';
import { Picture } from './Picture.tsx';

/** A picture, its title above it; a click shows it as large as the window allows. */
export function ImageView({ block }: { readonly block: ImageBlock }): ReactNode {
  const [isLarge, setLarge] = useState(false);
  return (
    <figure className="block-image">
      {block.title && <figcaption className="image-title">{block.title.text}</figcaption>}
      <button
        type="button"
        className="image-button"
        aria-label={`Enlarge: ${block.title?.text ?? block.alt_text}`}
        onClick={() => setLarge(true)}
      >
        <Picture image={block} className="image-picture" />
      </button>
      {isLarge && <LargePicture block={block} leave={() => setLarge(false)} />}
    </figure>
  );
}
