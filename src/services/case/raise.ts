import { eq } from 'drizzle-orm';
import { cases } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { loadCaseFiles } from './file.ts';
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
    const [file] = await loadCaseFiles(scope, [caseId]);
    const position = file!.ladder.steps.findIndex((step) => step.key === stepKey);
    const step = file!.ladder.steps[position];
    if (step === undefined)
      throw new DomainError(
        'invalid',
        `This case's ladder has no step "${stepKey}": it has ${file!.ladder.steps.map((one) => one.key).join(', ')}.`,
      );
    if (position <= file!.facts.customerPosition)
      throw new DomainError('invalid', `The case is past "${step.label}" already: choose a later step.`);
    await scope.tx.update(cases).set({ raisedTo: stepKey }).where(eq(cases.id, caseId));
    await tellCase(scope, caseId, {
      kind: 'raised',
      caseId,
      memberId: held.actor.id,
      step: step.label,
      reason,
    });
    await record(scope, [
      { what: 'case raised', memberId: held.actor.id, caseId, details: { step: stepKey, reason } },
    ]);
    await wakeCases(scope, [caseId]);
  });
}
