import type { BadRow } from '../../../import/bad-rows.ts';
import type { Actor } from '../../ports.ts';

/** What a side file would do, worked out against the workspace as it is in this transaction. */
export interface SidePlan {
  /** One fact a line, the number first: `12 contacts added`. */
  readonly lines: readonly string[];
  readonly badRows: readonly BadRow[];
  /** How many things change; with none there is nothing to confirm. */
  readonly changes: number;
  /** Carries it out, in the transaction it was made in. */
  readonly apply: (by: Actor['memberId']) => Promise<void>;
}
