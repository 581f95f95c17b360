import { holdsOfCustomer } from '../../../db/queries/hold/find.ts';
import { insertHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import type { HoldStep } from '../../core/dunning/ladder.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { isExempt } from '../../core/hold/exempt.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import { putOn } from './put-on.ts';

/**
 * Puts on the hold of a step that was approved. One that is on or asked for already, by hand or by another case of
 * the customer, is left as it is; and nothing is held of a customer who was tagged exempt since the question.
 */
export async function putOnByLadder(
  scope: Scope,
  { facts, customerId }: CaseFile,
  step: HoldStep,
  approvedBy: number,
): Promise<void> {
  if (isExempt(facts.payer.tags)) return;
  const live = await holdsOfCustomer(scope.tx, customerId);
  if (live.some(({ kind, status }) => kind === step.hold && isLive(status))) return;
  const id = await insertHold(scope.tx, {
    caseId: facts.caseId,
    customerId,
    kind: step.hold,
    reason: step.label,
    step: step.key,
    owed: owedOverdue(facts, dateIn(facts.calendar.zone, scope.now)),
    proposedBy: null,
    proposedAt: scope.now,
  });
  await putOn(scope, id, approvedBy);
}

const isLive = (status: HoldRow['status']): boolean =>
  status === 'proposed' || status === 'on' || status === 'suspended';
