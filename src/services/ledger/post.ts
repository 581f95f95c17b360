import { createHash } from 'node:crypto';
import { appendPostings, changedKey, type NewPosting } from '../../../db/queries/ledger/append.ts';
import { DomainError } from '../../core/error.ts';
import type { Scope } from '../scope.ts';
import { bringBalancesAlong } from './balances.ts';
import type { Entry } from './entry.ts';

/**
 * Appends entries to the ledger and brings the invoices' balances along, in one statement each. Entries whose key
 * was booked before are left out; the keys of those booked now are returned. The caller holds the cases' locks.
 * @throws DomainError `conflict` when a key comes again with another amount or account.
 */
export async function post(scope: Scope, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const told = onceEach(entries);
  if (told.length === 0) return new Set();
  const booked = await appendPostings(scope.tx, told.map(hashed), scope.now);
  await refuseChangedInput(
    scope,
    told.filter(({ key }) => !booked.has(key)),
  );
  await bringBalancesAlong(
    scope,
    told.filter(({ key }) => booked.has(key)),
  );
  return booked;
}

/** The entries without repetitions among themselves, which the database would leave out and the balances count twice. */
function onceEach(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const before = byKey.get(entry.key);
    if (before !== undefined && hashOf(before) !== hashOf(entry)) throw changedInput(entry.key);
    if (before === undefined) byKey.set(entry.key, entry);
  }
  return [...byKey.values()];
}

async function refuseChangedInput({ tx }: Scope, repeated: readonly Entry[]): Promise<void> {
  if (repeated.length === 0) return;
  const changed = await changedKey(tx, repeated.map(hashed));
  if (changed !== undefined) throw changedInput(changed);
}

function hashed(entry: Entry): NewPosting {
  return { ...entry, inputHash: hashOf(entry) };
}

/** The payment's row id is ours, not the input's: a repeated import makes a new one and must still be recognised. */
function hashOf({ debit, credit, amount, currency, customerId, invoiceId }: Entry): string {
  const input = [debit, credit, amount, currency, customerId, invoiceId ?? ''];
  return createHash('sha256').update(input.join('|')).digest('hex');
}

function changedInput(key: string): DomainError {
  return new DomainError(
    'conflict',
    `"${key}" is booked already with another amount: reverse that booking before booking it anew.`,
  );
}
