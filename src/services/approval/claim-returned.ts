import { changePosting } from '../../../db/queries/letter/post.ts';
import { claimTask, turnTask } from '../../../db/queries/task/claim-delivery.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { FrozenLetter } from '../letter/frozen.ts';
import { roster } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { deadlineOf } from '../task/deadline-of.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { claimDeadline } from './carry-out.ts';
import { requireClaim } from './claim-checks.ts';
import { tellOfClaim } from './claim-fate.ts';

/** Why a posted letter comes back. */
export const returns = ['refused', 'not collected', 'moved away', 'unknown there', 'damaged'] as const;
export type Return = (typeof returns)[number];

/**
 * Records that a posted claim came back. It is dated anew, with a deadline that it can keep, goes to the next address,
 * and the task of posting it begins again.
 * @param address where it goes next, line by line; empty: as before
 * @throws DomainError `conflict` when no claim of this case is on its way.
 */
export async function claimReturned(
  office: Office,
  actor: Actor,
  caseId: number,
  why: Return,
  address: string,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const claim = await requireClaim(scope, caseId);
    const facts = datedAnew(scope, await loadCaseFile(scope, caseId), claim, address);
    await changePosting(scope.tx, claim.id, {
      channel: null,
      tracking: null,
      postedOn: null,
      trouble: `came back: ${why}`,
      facts: { ...facts },
    });
    await postAgain(scope, caseId, why);
    const fate = `came back (${why}): it is posted again, dated ${facts.on}`;
    await tellOfClaim(scope, caseId, fate);
    const details = { why, tracking: claim.tracking };
    await record(scope, [{ what: 'claim returned', memberId: held.actor.id, caseId, details }]);
    await refreshLists(scope, [caseId]);
    await wakeCases(scope, [caseId]);
  });
}

function datedAnew(scope: Scope, file: CaseFile, claim: LetterRow, address: string): FrozenLetter {
  const frozen = claim.facts as unknown as FrozenLetter;
  const on = dateIn(file.facts.calendar.zone, scope.now);
  return {
    ...frozen,
    on,
    ...(address === '' ? {} : { address }),
    ...(frozen.claim && {
      claim: { ...frozen.claim, deadline: claimDeadline(file, on) },
    }),
  };
}

async function postAgain(scope: Scope, caseId: number, why: string): Promise<void> {
  const task = await claimTask(scope.tx, caseId);
  const holder = task && (await roster(scope)).get(task.holderId);
  if (task === undefined || holder === undefined) return;
  await turnTask(scope.tx, task.id, {
    what: `post the claim again, it came back (${why}): print it anew, and record the day`,
    dueAt: scope.now,
    deadlineAt: deadlineOf(holder, task.level, scope.now),
  });
}
