import type { Ladder } from '../../core/dunning/ladder.ts';

/** "soft v2". */
export function ladderTitle({ name, version }: Pick<Ladder, 'name' | 'version'>): string {
  return `${name} v${version}`;
}
