import type { ReactNode } from 'react';
import { addressOf, placeOfPermalink } from '../state/place.ts';

interface Props {
  readonly href: string;
  readonly label: string;
}

/** Only where a browser may safely go; another scheme (javascript:, data:) is shown as text. */
export const isSafeAddress = (href: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/i.test(href);

/** Links to messages of this workspace stay on the page, all others open beside it. */
export function WebLink({ href, label }: Props): ReactNode {
  if (!isSafeAddress(href)) return label;
  const inside = placeWithin(href);
  if (inside !== undefined) return <a href={inside}>{label}</a>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {label}
    </a>
  );
}

function placeWithin(href: string): string | undefined {
  const url = URL.parse(href);
  const place = url?.origin === location.origin ? placeOfPermalink(url) : undefined;
  return place && addressOf(place);
}
