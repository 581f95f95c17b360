import { takeBackOpenCalls } from '../../../db/queries/case/occurrences.ts';
import { raiseCases } from '../../../db/queries/case/standing.ts';
import { closeCalls } from '../../../db/queries/task/close.ts';
import type { RestReason } from '../../core/dunning/decision.ts';
import type { Scope } from '../scope.ts';
import { withdrawClaims } from '../approval/claim-withdrawn.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { caseIdOf, type JudgedTo } from './judged.ts';

/**
 * A case that came to rest for a reason that makes the call pointless: the call is taken off the list at once. When
 * nothing is owed any more, or we may not press at all, the call back that was agreed goes, too, and so does the claim
 * that was not posted yet.
 */
export async function cancelCalls(scope: Scope, resting: readonly JudgedTo<'rest'>[]): Promise<void> {
  const pointless = resting.filter(
    ({ file, decision }) =>
      file.openCall !== undefined && (decision.callLostSubject === true || ends(decision.because)),
  );
  const lost = pointless.filter(comesBack);
  await takeBackOpenCalls(scope.tx, lost.map(caseIdOf));
  await raiseAgain(scope, lost);
  await closeCalls(scope.tx, pointless.map(caseIdOf), 'cancelled', scope.now);
  await refreshLists(scope, pointless.map(caseIdOf));
  const over = resting.filter(
    ({ decision: { because } }) => because === 'nothing open' || because === 'stopped',
  );
  await closeCalls(scope.tx, over.map(caseIdOf), 'cancelled', scope.now, ['call back']);
  await withdrawClaims(
    scope,
    new Map(
      over.map((one) => [
        caseIdOf(one),
        one.decision.because === 'stopped' ? 'nobody presses them any more' : 'everything is paid',
      ]),
    ),
  );
}

/** A call that a pause, a dispute or a full stop took off the list is still to be made after it: no step is lost to it. */
function comesBack({ decision: { because } }: JudgedTo<'rest'>): boolean {
  return because === 'paused' || because === 'disputed' || because === 'stopped';
}

/** A call that a person raised the case to is owed to that person, not to the calendar: it is raised again. */
async function raiseAgain({ tx }: Scope, lost: readonly JudgedTo<'rest'>[]): Promise<void> {
  for (const { file } of lost)
    if (file.openCall?.raised === true) await raiseCases(tx, [file.facts.caseId], file.openCall.step);
}

function ends(because: RestReason): boolean {
  switch (because) {
    case 'nothing open':
    case 'excluded':
    case 'below the floor':
    case 'planned':
    case 'promised':
    case 'disputed':
    case 'covered':
    case 'paused':
    case 'stopped':
      return true;
    case 'not due yet':
    case 'minimum gap':
    case 'ledger is stale':
    case 'shadow mode':
    case 'call is open':
    case 'call back is agreed':
    case 'between steps':
    case 'letter is announced':
    case 'letter is under way':
    case 'letters are held back':
    case 'waiting for approval':
    case 'approval refused':
    case 'waiting for the step before':
    case 'outside hours':
    case 'ladder ended':
      return false;
  }
}
