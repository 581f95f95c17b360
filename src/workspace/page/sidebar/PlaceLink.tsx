import type { ReactNode } from 'react';
import { addressOf, type Place } from '../state/place.ts';

interface Props {
  readonly to: Place;
  readonly isCurrent: boolean;
  readonly sign: ReactNode;
  readonly title: string;
  /** Shown as a badge when above zero. */
  readonly count: number;
  readonly isUnread?: boolean;
}

export function PlaceLink({ to, isCurrent, sign, title, count, isUnread = count > 0 }: Props): ReactNode {
  return (
    <a
      className={`place ${isUnread ? 'place-unread' : ''}`}
      href={addressOf(to)}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <span className="place-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="place-title">{title}</span>
      {count > 0 && (
        <span className="badge" aria-label={`${count} unread`}>
          {count}
        </span>
      )}
    </a>
  );
}
