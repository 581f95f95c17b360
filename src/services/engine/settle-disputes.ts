import { mootDisputes } from '../../../db/queries/dispute/find.ts';
import { settleDispute } from '../../../db/queries/dispute/settle.ts';
import { closeDisputeTasks } from '../../../db/queries/task/close.ts';
import { findCase } from '../../../db/queries/case/find.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { record } from '../audit/record.ts';
import { disputesSettled } from '../dispute/settled.ts';
import type { Scope } from '../scope.ts';

/**
 * A dispute about what was paid in full, or taken out of the books, is over; nobody has to look into it any more. Of
 * several in a case the thread is told once, with their sum.
 */
export async function settleDisputes(scope: Scope, caseIds: readonly number[]): Promise<void> {
  for (const [caseId, rows] of groupBy(await mootDisputes(scope.tx, caseIds), (row) => row.caseId)) {
    for (const row of rows) await end(scope, row);
    const of = await findCase(scope.tx, caseId);
    await disputesSettled(scope, rows, {
      event: 'moot',
      memberId: null,
      upheld: 0n,
      answer: null,
      currency: of?.currency ?? '',
    });
  }
}

async function end(scope: Scope, row: DisputeRow): Promise<void> {
  await settleDispute(scope.tx, row.id, row.status, {
    status: 'moot',
    resolvedOn: row.resolvedOn ?? scope.today,
  });
  await closeDisputeTasks(scope.tx, row.id, 'dispute', 'cancelled', scope.now);
  await closeDisputeTasks(scope.tx, row.id, 'credit note', 'cancelled', scope.now);
  await record(scope, [
    { what: 'dispute over: nothing is open', caseId: row.caseId, details: { dispute: row.id } },
  ]);
}
