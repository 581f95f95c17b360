import { mootDisputes } from '../../../db/queries/dispute/find.ts';
import { settleDispute } from '../../../db/queries/dispute/settle.ts';
import { closeDisputeTasks } from '../../../db/queries/task/close.ts';
import { findCase } from '../../../db/queries/case/find.ts';
import { record } from '../audit/record.ts';
import { disputeSettled } from '../dispute/settled.ts';
import type { Scope } from '../scope.ts';

/** A dispute about what was paid in full, or taken out of the books, is over; nobody has to look into it any more. */
export async function settleDisputes(scope: Scope, caseIds: readonly number[]): Promise<void> {
  for (const row of await mootDisputes(scope.tx, caseIds)) {
    await settleDispute(scope.tx, row.id, row.status, {
      status: 'moot',
      resolvedOn: row.resolvedOn ?? scope.today,
    });
    await closeDisputeTasks(scope.tx, row.id, 'dispute', 'cancelled', scope.now);
    await closeDisputeTasks(scope.tx, row.id, 'credit note', 'cancelled', scope.now);
    await record(scope, [
      { what: 'dispute over: nothing is open', caseId: row.caseId, details: { dispute: row.id } },
    ]);
    const of = await findCase(scope.tx, row.caseId);
    await disputeSettled(scope, row, {
      event: 'moot',
      memberId: null,
      upheld: row.upheld,
      answer: null,
      currency: of?.currency ?? '',
    });
  }
}
