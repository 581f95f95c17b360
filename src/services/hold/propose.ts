import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { holdsOfCustomer } from '../../../db/queries/hold/find.ts';
import { insertHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { isExempt } from '../../core/hold/exempt.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import { askApproval, whoIsAsked } from '../approval/ask.ts';
import { refuseUntilReview } from '../approval/refused-before.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { tagRoles } from '../customer/tags.ts';
import { whoMay } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export interface HoldWord {
  readonly caseId: number;
  readonly kind: HoldRow['kind'];
  readonly reason: string;
}

/** What a hold is called in approvals and history. */
export const holdCalled = (kind: HoldRow['kind']): string => `${kind} hold`;

/**
 * Proposes a hold on a customer; a manager who is not the owner approves it. Returns who is asked, in words.
 * @throws DomainError `invalid` without a reason; `conflict` when there is one, when it was refused and its day to
 * look again has not come, when nothing is open, or when the customer is tagged exempt.
 */
export async function proposeHold(office: Office, actor: Actor, word: HoldWord): Promise<string> {
  return within(office, actor.workspaceId, async (scope) => {
    await lockCases(scope.tx, await caseIdsBeside(scope.tx, word.caseId));
    const held = await holdCase(scope, actor, word.caseId);
    const file = await loadCaseFile(scope, word.caseId);
    if (word.reason.trim() === '') throw new DomainError('invalid', 'A hold needs a reason: write why.');
    if (file.facts.invoices.length === 0)
      throw new DomainError('conflict', 'Nothing is open here, so there is nothing to hold for.');
    refuseExempt(held, file, word);
    await refuseSecond(scope, held, word);
    await refuseUntilReview(scope, held.people, {
      caseId: word.caseId,
      kind: 'hold',
      step: holdCalled(word.kind),
    });
    return ask(scope, held, file, word);
  });
}

/** Whoever tagged them knew why: the tag comes off first, in the open. */
function refuseExempt({ people }: HeldCase, { facts, customerName }: CaseFile, { kind }: HoldWord): void {
  if (!isExempt(facts.payer.tags)) return;
  throw new DomainError(
    'conflict',
    `${customerName} is tagged "exempt", so no ${holdCalled(kind)} is put on. Tags are changed in /account by ${whoMay(people, tagRoles)}.`,
  );
}

async function refuseSecond(scope: Scope, { row, people }: HeldCase, { kind }: HoldWord): Promise<void> {
  for (const { kind: other, status, proposedBy } of await holdsOfCustomer(scope.tx, row.customerId)) {
    const how =
      other === kind ? standingWords(status, people.get(proposedBy ?? 0)?.name ?? 'the ladder') : undefined;
    if (how !== undefined) throw new DomainError('conflict', `A ${holdCalled(kind)} ${how}.`);
  }
}

function standingWords(status: HoldRow['status'], proposedBy: string): string | undefined {
  switch (status) {
    case 'proposed':
      return `was proposed by ${proposedBy} and waits for approval`;
    case 'on':
      return 'is on already';
    case 'suspended':
      return 'is lifted against a promise, and comes back by itself if that breaks';
    case 'lifted':
    case 'refused':
    case 'lapsed':
      return undefined;
  }
}

async function ask(
  scope: Scope,
  { row, actor }: HeldCase,
  { facts }: CaseFile,
  { caseId, kind, reason }: HoldWord,
): Promise<string> {
  const owed = owedOverdue(facts, dateIn(facts.calendar.zone, scope.now));
  const holdId = await insertHold(scope.tx, {
    caseId,
    customerId: row.customerId,
    kind,
    reason,
    owed,
    proposedBy: actor.id,
    proposedAt: scope.now,
  });
  const approval = await askApproval(scope, {
    caseId,
    kind: 'hold',
    subjectId: holdId,
    step: holdCalled(kind),
    amount: owed,
    invoices: facts.invoices.map(({ id }) => id),
    needs: 1,
    askedBy: actor.id,
  });
  await record(scope, [
    { what: `${holdCalled(kind)} proposed`, memberId: actor.id, caseId, details: { reason } },
  ]);
  // Its reminders have a place among the case's moments.
  await wakeCases(scope, [caseId]);
  return whoIsAsked(scope, approval);
}
