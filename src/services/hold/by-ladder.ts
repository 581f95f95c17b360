import { holdsOfCustomer } from '../../../db/queries/hold/find.ts';
import { insertHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import type { HoldStep } from '../../core/dunning/ladder.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import { holdChanged } from './changed.ts';

/**
 * Puts on the hold of a step that was approved, under the name of whoever approved it. One that is on or asked
 * for already, by hand or by another case of the customer, is left as it is.
 */
export async function putOnByLadder(
  scope: Scope,
  { facts, customerId }: CaseFile,
  step: HoldStep,
  approvedBy: number,
): Promise<void> {
  const { caseId } = facts;
  const live = await holdsOfCustomer(scope.tx, customerId);
  if (live.some(({ kind, status }) => kind === step.hold && isLive(status))) return;
  await insertHold(scope.tx, {
    caseId,
    customerId,
    kind: step.hold,
    reason: step.label,
    status: 'on',
    owed: owedOverdue(facts, dateIn(facts.calendar.zone, scope.now)),
    proposedBy: approvedBy,
    proposedAt: scope.now,
    onSince: scope.now,
  });
  const on = (await holdsOfCustomer(scope.tx, customerId)).find(
    ({ kind, status }) => kind === step.hold && status === 'on',
  );
  if (on !== undefined) await holdChanged(scope, on, 'on', approvedBy, step.label);
}

const isLive = (status: HoldRow['status']): boolean =>
  status === 'proposed' || status === 'on' || status === 'suspended';
