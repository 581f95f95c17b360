import type { ImageBlock, ImageElement } from '@slack/types';
import type { ReactNode } from 'react';

interface Props {
  readonly image: ImageBlock | ImageElement;
  readonly className: string;
}

/** Pictures of other hosts are kept out by the page's policy and show their description instead. */
export function Picture({ image, className }: Props): ReactNode {
  return <img className={className} src={addressOf(image)} alt={image.alt_text} loading="lazy" />;
}

function addressOf(image: ImageBlock | ImageElement): string {
  if ('image_url' in image) return image.image_url;
  return 'id' in image.slack_file
    ? `page/files/${encodeURIComponent(image.slack_file.id)}`
    : image.slack_file.url;
}
