import { isAnyCaseDue } from '../../../db/queries/case/claim-due.ts';
import { isRoutineDue, planRoutine } from '../../../db/queries/routine/plan.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { runAuditor } from './run.ts';

/**
 * Runs the auditor if it is its hour and the engine is through with what is due: what is being caught up with is not
 * late.
 * @returns whether it was.
 */
export async function runAuditorWhenDue(office: Office, workspaceId: number): Promise<boolean> {
  const isDue = await within(
    office,
    workspaceId,
    async ({ tx, now }) => (await isRoutineDue(tx, 'auditor', now)) && !(await isAnyCaseDue(tx, now)),
  );
  if (isDue) await runAuditor(office, workspaceId);
  return isDue;
}

/** Has the auditor look as soon as the engine is through: after a start, which may follow an outage or a migration. */
export async function auditSoon(office: Office, workspaceId: number): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    await planRoutine(scope.tx, 'auditor', scope.now);
    scope.wake('tick');
  });
}
