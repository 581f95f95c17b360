import { disputesOfNobody } from '../../../db/queries/auditor/rests.ts';
import { mootDisputes } from '../../../db/queries/dispute/find.ts';
import type { Bench, Found } from './found.ts';

/** Disputes that rest an amount although it is paid, and those that nobody has to look into. */
export async function disputesNotSettled({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const moot = await mootDisputes(scope.tx, caseIds);
  const over = new Set(moot.map(({ id }) => id));
  const nobodys = await disputesOfNobody(scope.tx, caseIds);
  return [
    ...moot.map(({ id, caseId }) => ({
      check: 'dispute' as const,
      subject: String(id),
      caseId,
      facts: { why: 'paid' },
      mends: true as const,
    })),
    ...nobodys
      .filter(({ id }) => !over.has(id))
      .map(({ id, caseId, since }) => ({
        check: 'dispute' as const,
        subject: String(id),
        caseId,
        since,
        facts: { why: 'nobody' },
      })),
  ];
}
