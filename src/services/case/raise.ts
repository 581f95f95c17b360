import { raiseCases } from '../../../db/queries/case/standing.ts';
import { placesOf, positionOf } from '../../core/dunning/place.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { type CaseFile, loadCaseFile } from './file.ts';
import { holdCase } from './of-actor.ts';
import { wakeCases } from './wake.ts';

/**
 * Raises a case by hand to a later step (`/escalate`). What the law asks for still holds: a claim needs a delivered
 * demand and an approval.
 * @throws DomainError `invalid` for a step that the case's ladder does not have, or that lies behind it.
 */
export async function raiseCase(
  office: Office,
  actor: Actor,
  caseId: number,
  stepKey: string,
  reason: string,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const label = labelOfStepAhead(await loadCaseFile(scope, caseId), stepKey);
    await raiseCases(scope.tx, [caseId], stepKey);
    await tellCase(scope, caseId, { kind: 'raised', caseId, memberId: held.actor.id, step: label, reason });
    await record(scope, [
      { what: 'case raised', memberId: held.actor.id, caseId, details: { step: stepKey, reason } },
    ]);
    await wakeCases(scope, [caseId]);
  });
}

function labelOfStepAhead({ ladder, facts }: CaseFile, stepKey: string): string {
  const step = placesOf(ladder).find(({ key }) => key === stepKey);
  if (step === undefined)
    throw new DomainError(
      'invalid',
      `This case's ladder has no step "${stepKey}": it has ${placesOf(ladder)
        .map((one) => one.key)
        .join(', ')}.`,
    );
  if (positionOf(ladder, stepKey) <= facts.customerPosition)
    throw new DomainError('invalid', `The case is past "${step.label}" already: choose a later step.`);
  return step.label;
}
