import type { HoldRow } from '../../../src/services/hold/view.ts';
import { nameOf, type People } from '../words.ts';

/** Who wanted a hold. */
export function proposer({ proposedBy }: Pick<HoldRow, 'proposedBy'>, people: People): string {
  return proposedBy === null ? 'the ladder' : nameOf(people, proposedBy);
}
