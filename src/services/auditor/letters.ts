import { forgottenLetters } from '../../../db/queries/auditor/letters.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** Letters whose fate nobody knows, and that nobody and nothing is at. */
export async function lettersForgotten(scope: Scope): Promise<readonly Found[]> {
  const letters = await forgottenLetters(scope.tx, hoursAgo(scope));
  return letters.map(({ id, caseId, kind, status, since }) => ({
    check: 'letter',
    subject: String(id),
    caseId,
    since,
    facts: { letter: kind, status },
  }));
}
