import { consumeApproval } from '../../../db/queries/approval/consume.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import type { Scope } from '../scope.ts';
import { refreshApproval } from './bundle.ts';
import { deny } from './subject.ts';

/** Takes a question back that fits the case no more. Whoever was asked sees why on what they were sent. */
export async function lapse(scope: Scope, row: ApprovalRow, reason: string): Promise<void> {
  await deny(scope, row, 'lapsed', reason);
  const lapsed = { status: 'lapsed', reason, decidedBy: null, decidedAt: scope.now } as const;
  await consumeApproval(scope.tx, row.id, lapsed);
  await refreshApproval(scope, row.id);
  await record(scope, [{ what: `${row.step} lapsed`, caseId: row.caseId, details: { reason } }]);
}
