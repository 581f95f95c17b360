import { approvalsToGiveUp } from '../../../db/queries/approval/find.ts';
import { writeOffsById } from '../../../db/queries/write-off/find.ts';
import type { WriteOffRow } from '../../../db/schema/index.ts';
import { type ApprovalView, approvalViews } from '../approval/view.ts';
import type { Scope } from '../scope.ts';

/** Something that is given up, or is to be: what, why and by whom stands in what was asked about it. */
export interface GivenUp {
  readonly view: ApprovalView;
  /** Of a write-off, which can be taken back; a waiver cannot. */
  readonly writeOff?: WriteOffRow;
}

/**
 * The write-offs and waivers of these cases that wait or were agreed to, also those taken back since: of each case so
 * many, the latest first.
 */
export async function givenUpOfCases(
  scope: Scope,
  caseIds: readonly number[],
  perCase: number,
): Promise<readonly GivenUp[]> {
  const views = await approvalViews(scope, await approvalsToGiveUp(scope.tx, caseIds, perCase));
  const subjects = views.flatMap(({ approval: { kind, subjectId } }) =>
    kind === 'write-off' ? (subjectId ?? []) : [],
  );
  const rows = new Map((await writeOffsById(scope.tx, subjects)).map((row) => [row.id, row]));
  return views.toReversed().map((view) => {
    const { kind, subjectId } = view.approval;
    const writeOff = kind === 'write-off' ? rows.get(subjectId ?? 0) : undefined;
    return { view, ...(writeOff && { writeOff }) };
  });
}
