import { claimDueCases, isAnyCaseDue } from '../../../db/queries/case/claim-due.ts';
import { waitToTick } from '../../../db/queries/wait-turn.ts';
import { livePlans } from '../../../db/queries/plan/find.ts';
import type { Office } from '../ports.ts';
import { runAbsences } from '../absence/run.ts';
import { postClaims } from '../announcement/post-claims.ts';
import { addressFound, addressWanted } from '../letter/address-task.ts';
import { runRoutines } from '../routine/run.ts';
import { refreshed, type Scope, within } from '../scope.ts';
import { askApprovers } from './remind-approvers.ts';
import { lapseApprovals } from './lapse-approvals.ts';
import { reviewRefusals } from './review-refusals.ts';
import { remindPlanApprovers } from './remind-planners.ts';
import { enforceTasks } from './enforce-tasks.ts';
import { judgePlans } from './judge-plans.ts';
import { judgePromises } from './judge-promises.ts';
import { press } from './press.ts';
import { tickOneByOne } from './set-aside.ts';
import { settleDisputes } from './settle-disputes.ts';
import { settleHolds } from './settle-holds.ts';
import { settlePauses } from './settle-pauses.ts';
import { noteLook, tellCaughtUp } from './outage.ts';
import { setWakeTimes } from './wake-times.ts';

/** Cases judged in one transaction: enough to decide in sets, few enough that nobody waits long for a lock. */
const batch = 400;

/**
 * One pass of the engine over one workspace: what fell due is judged and done, and every case looked at learns when
 * to be looked at next. Running it twice, or in two processes, does nothing twice. A case that cannot be judged is
 * set aside, so that it does not hold up all the others.
 * @returns whether there may be more to do at this moment.
 */
export async function tick(office: Office, workspaceId: number): Promise<boolean> {
  try {
    return await within(office, workspaceId, async (scope) => {
      await waitToTick(scope.tx);
      await noteLook(scope);
      const caseIds = await claimDueCases(scope.tx, scope.now, batch);
      if (caseIds.length === 0) return runWhenDone(scope);
      await lookAtCases(scope, caseIds);
      return true;
    });
  } catch (error) {
    office.log.warn({ err: error, workspaceId }, 'a pass failed: its cases are looked at one by one');
    return tickOneByOne(office, workspaceId, lookAtCases);
  }
}

/**
 * A digest tells of all that fell due before it, so it waits for the cases that another worker holds; what an outage
 * was is told before it.
 */
async function runWhenDone(scope: Scope): Promise<boolean> {
  if (await isAnyCaseDue(scope.tx, scope.now)) return false;
  return (await runAbsences(scope)) || (await tellCaughtUp(scope)) || runRoutines(scope);
}

/** The cases are held. */
async function lookAtCases(claimed: Scope, caseIds: readonly number[]): Promise<void> {
  const scope = await refreshed(claimed);
  await judgePromises(scope, caseIds);
  await settleDisputes(scope, caseIds);
  await addressFound(scope, caseIds);
  await addressWanted(scope, caseIds);
  const plans = await livePlans(scope.tx, caseIds);
  await judgePlans(scope, plans);
  await settlePauses(scope, caseIds);
  await settleHolds(scope, caseIds);
  await enforceTasks(scope, caseIds);
  await postClaims(scope, caseIds);
  await lapseApprovals(scope, caseIds);
  await reviewRefusals(scope, caseIds);
  await remindPlanApprovers(scope, plans);
  const moments = await press(scope, caseIds);
  await askApprovers(scope, caseIds);
  await setWakeTimes(scope, caseIds, moments);
}
