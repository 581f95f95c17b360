import type { LetterRow } from '../../../db/schema/index.ts';
import type { Recipient } from '../../core/letter/audience.ts';
import { missingRoles } from '../../core/letter/recipients.ts';
import { record } from '../audit/record.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { sumOf } from './frozen.ts';

/** Records letters that were just written, and says in the cases' threads what does not go and why. */
export async function tellWritten(scope: Scope, rows: readonly LetterRow[]): Promise<void> {
  await record(
    scope,
    rows.map((row) => ({
      what: `${row.kind} ${row.status}`,
      caseId: row.caseId,
      details: { to: addresseesOf(row) },
    })),
  );
  for (const row of rows) {
    if (row.status === 'queued') continue;
    await mentionInThread(scope, row.caseId, {
      kind: 'letter',
      caseId: row.caseId,
      letter: row.kind,
      fate: row.status,
      to: addresseesOf(row),
      amount: sumOf(row),
      ...missingIn(row),
    });
  }
}

export function addresseesOf({ recipients, toAddress }: LetterRow): string | null {
  return addresseesIn(recipients) ?? toAddress;
}

/** "ap@a.example, it@a.example; copy to boss@a.example"; null when there is nobody. */
export function addresseesIn(recipients: readonly Recipient[]): string | null {
  const of = (how: 'to' | 'copy'): string =>
    recipients
      .filter((one) => one.how === how)
      .map(({ email }) => email)
      .join(', ');
  if (recipients.length === 0) return null;
  return of('copy') === '' ? of('to') : `${of('to')}; copy to ${of('copy')}`;
}

/** Addresses that it did not reach, while it reached others. */
export function refusedIn({ recipients }: LetterRow): { readonly refused?: readonly string[] } {
  const refused = recipients.filter((one) => one.refused === true).map(({ email }) => email);
  return refused.length === 0 ? {} : { refused };
}

/** Whom it should have reached and nobody can: said, because a warning that never went is none. */
export function missingIn({ audience, recipients }: LetterRow): { readonly missing?: readonly string[] } {
  const missing = recipients.length === 0 ? [] : missingRoles(audience, recipients);
  return missing.length === 0 ? {} : { missing };
}
