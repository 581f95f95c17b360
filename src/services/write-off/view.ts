import { approvalOfSubject } from '../../../db/queries/approval/find.ts';
import { votesOn } from '../../../db/queries/approval/votes.ts';
import { findWriteOff, linesOfWriteOff, type WriteOffLine } from '../../../db/queries/write-off/find.ts';
import type { WriteOffRow } from '../../../db/schema/index.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import type { Scope } from '../scope.ts';

export type { WriteOffRow } from '../../../db/schema/index.ts';

export interface WriteOffView {
  readonly row: WriteOffRow;
  readonly of: CaseOverview;
  readonly lines: readonly WriteOffLine[];
  /** Who agreed to it. */
  readonly agreed: readonly number[];
}

export async function writeOffView(scope: Scope, id: number): Promise<WriteOffView | undefined> {
  const row = await findWriteOff(scope.tx, id);
  const of = row && (await overviewOfCase(scope, row.caseId));
  if (row === undefined || of === undefined) return undefined;
  const approval = await approvalOfSubject(scope.tx, 'write-off', id);
  const votes = approval === undefined ? [] : await votesOn(scope.tx, [approval.id]);
  return {
    row,
    of,
    lines: await linesOfWriteOff(scope.tx, id),
    agreed: votes.map(({ memberId }) => memberId),
  };
}
