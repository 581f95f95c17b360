import type { ReactNode } from 'react';
import type { User } from '../../api.ts';

const TINTS = 8;

/** Initials on a colour that always is the same for the same person; the bot has a square of its own. */
export function Avatar({
  user,
  small,
}: {
  readonly user: User | undefined;
  readonly small?: boolean;
}): ReactNode {
  const look = user?.isBot === true ? 'avatar-bot' : `avatar-tint-${tintOf(user?.id ?? '')}`;
  return (
    <span className={`avatar ${look} ${small === true ? 'avatar-small' : ''}`} aria-hidden="true">
      {initials(user?.name ?? '?')}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

function tintOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS;
}
