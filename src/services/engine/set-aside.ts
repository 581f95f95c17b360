import { claimDueCases } from '../../../db/queries/case/claim-due.ts';
import { wakeCases } from '../../../db/queries/case/wake.ts';
import { record } from '../audit/record.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

/** How long a case that cannot be judged is left alone before it is tried again. */
const asideMilliseconds = 3_600_000;

/** More would keep the other workspaces waiting; the next pass goes on. */
const mostCases = 400;

/**
 * Looks at the due cases each in a transaction of its own, and sets aside those that fail: one bad case must not stop
 * the desk.
 * @returns whether any was looked at.
 * @throws what failed when it was no case's fault.
 */
export async function tickOneByOne(
  office: Office,
  workspaceId: number,
  look: (scope: Scope, caseIds: readonly number[]) => Promise<void>,
): Promise<boolean> {
  for (let looked = 0; looked < mostCases; looked += 1) {
    const tried: { caseId?: number } = {};
    try {
      const any = await within(office, workspaceId, async (scope) => {
        const [caseId] = await claimDueCases(scope.tx, scope.now, 1);
        if (caseId === undefined) return false;
        tried.caseId = caseId;
        await look(scope, [caseId]);
        return true;
      });
      if (!any) return looked > 0;
    } catch (error) {
      if (tried.caseId === undefined) throw error;
      await setAside(office, workspaceId, tried.caseId, error);
    }
  }
  return true;
}

async function setAside(office: Office, workspaceId: number, caseId: number, error: unknown): Promise<void> {
  office.log.error(
    { err: error, workspaceId, caseId },
    'a case could not be judged: it is set aside for an hour',
  );
  await within(office, workspaceId, async (scope) => {
    await wakeCases(scope.tx, [caseId], new Date(scope.now.getTime() + asideMilliseconds));
    await record(scope, [{ what: 'case set aside: it could not be judged', caseId }]);
  });
}
