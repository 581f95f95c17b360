import { auditAfter } from '../../../db/queries/audit/list.ts';
import { hashOf } from '../audit/hash.ts';
import type { Scope } from '../scope.ts';
import type { Found } from './found.ts';

/** Reckoning anew costs a millisecond for twenty entries or so. */
const mostEntries = 20_000;

export interface HistoryLook {
  readonly found: readonly Found[];
  /** The entries reckoned anew: after the first id, up to and with the last. */
  readonly after: number;
  readonly last: number;
  readonly entries: number;
  readonly reachedEnd: boolean;
}

/**
 * Reckons a stretch of the history's hashes anew, from the entry at which the last run stopped: each must be the hash of
 * what the entry says, and follow the one before.
 */
export async function lookAtHistory({ tx }: Scope, after: number): Promise<HistoryLook> {
  const [before] = after === 0 ? [] : await auditAfter(tx, after - 1, 1);
  const entries = await auditAfter(tx, after, mostEntries);
  let previous = before?.hash ?? '';
  const found: Found[] = [];
  for (const entry of entries) {
    const why =
      entry.previousHash !== previous ? 'torn' : entry.hash !== hashOf(entry) ? 'changed' : undefined;
    if (why !== undefined && found.length < mostFindings)
      found.push({
        check: 'history',
        subject: String(entry.id),
        since: entry.at,
        facts: { entry: entry.id, what: entry.what, why },
      });
    previous = entry.hash;
  }
  return {
    found,
    after,
    last: entries.at(-1)?.id ?? after,
    entries: entries.length,
    reachedEnd: entries.length < mostEntries,
  };
}

/** More would say the same. */
const mostFindings = 10;
