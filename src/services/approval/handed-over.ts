import { findApproval } from '../../../db/queries/approval/find.ts';
import { loadCaseFile } from '../case/file.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';

/** The case that an approval handed over to legal; undefined when it approved something else, or nothing. */
export async function handedOver(
  office: Office,
  actor: Actor,
  approvalId: number,
): Promise<number | undefined> {
  return within(office, actor.workspaceId, async (scope) => {
    const approval = await findApproval(scope.tx, approvalId);
    if (approval?.status !== 'approved') return undefined;
    const { ladder } = await loadCaseFile(scope, approval.caseId);
    const isHandover = ladder.steps.some(({ key, kind }) => key === approval.step && kind === 'handover');
    return isHandover ? approval.caseId : undefined;
  });
}
