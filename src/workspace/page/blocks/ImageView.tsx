import type { ImageBlock, ImageElement } from '@slack/types';
import type { ReactNode } from 'react';

export function ImageView({ block }: { readonly block: ImageBlock }): ReactNode {
  return (
    <figure className="block-image">
      {block.title && <figcaption className="image-title">{block.title.text}</figcaption>}
      <Picture image={block} className="image-picture" />
    </figure>
  );
}

interface PictureProps {
  readonly image: ImageBlock | ImageElement;
  readonly className: string;
}

/** Pictures of other hosts are kept out by the page's policy and show their description instead. */
export function Picture({ image, className }: PictureProps): ReactNode {
  return <img className={className} src={addressOf(image)} alt={image.alt_text} loading="lazy" />;
}

function addressOf(image: ImageBlock | ImageElement): string {
  if ('image_url' in image) return image.image_url;
  return 'id' in image.slack_file
    ? `page/files/${encodeURIComponent(image.slack_file.id)}`
    : image.slack_file.url;
}
