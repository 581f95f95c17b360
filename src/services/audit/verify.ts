import { auditAfter } from '../../../db/queries/audit/list.ts';
import type { AuditRow } from '../../../db/schema/index.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { hashOf } from './hash.ts';
import { readsAll } from './list.ts';

/** What became of the history since it was written. Entries are counted from 1. */
export type ChainVerdict =
  | { readonly kind: 'whole'; readonly entries: number }
  /** What the entry says is not what was written. */
  | { readonly kind: 'changed'; readonly number: number; readonly entry: AuditRow }
  /** The entry does not follow the one before: that one was rewritten, or others between them are gone. */
  | { readonly kind: 'torn'; readonly number: number; readonly entry: AuditRow };

/** Entries in memory at a time. */
const batch = 2_000;

/** Reckons the whole chain of hashes anew, and stops at the first entry that does not hold. */
export async function verifyHistory(office: Office, actor: Actor): Promise<ChainVerdict> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, readsAll, 'check the history');
    return verdictOf(scope);
  });
}

async function verdictOf({ tx }: Scope): Promise<ChainVerdict> {
  let number = 0;
  let previous: Pick<AuditRow, 'id' | 'hash'> = { id: 0, hash: '' };
  for (;;) {
    const entries = await auditAfter(tx, previous.id, batch);
    for (const entry of entries) {
      number += 1;
      if (entry.previousHash !== previous.hash) return { kind: 'torn', number, entry };
      if (entry.hash !== hashOf(entry)) return { kind: 'changed', number, entry };
      previous = entry;
    }
    if (entries.length < batch) return { kind: 'whole', entries: number };
  }
}
