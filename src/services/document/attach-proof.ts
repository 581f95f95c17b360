import { findCase } from '../../../db/queries/case/find.ts';
import { caseOfMessage } from '../../../db/queries/case/of-thread.ts';
import { insertDocument } from '../../../db/queries/document/add.ts';
import { lastClaim } from '../../../db/queries/letter/find.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import type { Thread } from './attach-copy.ts';
import { checkPaper, type GivenPaper } from './paper.ts';

/**
 * Keeps what proves that the claim of a case was delivered, such as the scan of a returned slip: legal finds it in the
 * bundle.
 * @throws DomainError `not_found` where no claim was written; `invalid` for what is no PDF or too big.
 */
export async function attachProof(
  office: Office,
  actor: Actor,
  { channelId, messageId }: Thread,
  file: GivenPaper,
): Promise<void> {
  const paper = checkPaper(file);
  await within(office, actor.workspaceId, async (scope) => {
    const { person } = await actingMember(scope, actor);
    const caseId = await caseOfMessage(scope.tx, channelId, messageId);
    const found = caseId === undefined ? undefined : await findCase(scope.tx, caseId);
    const claim = found && (await lastClaim(scope.tx, found.id));
    if (found === undefined || claim === undefined)
      throw new DomainError(
        'not_found',
        'No claim was written for this case, so nothing proves its delivery.',
      );
    await insertDocument(scope.tx, {
      ...paper,
      customerId: found.customerId,
      kind: 'proof of delivery',
      letterId: claim.id,
      addedBy: person.id,
      addedAt: scope.now,
    });
    const details = { file: paper.fileName, sha256: paper.hash };
    await record(scope, [
      { what: 'proof of delivery attached', memberId: person.id, caseId: found.id, details },
    ]);
  });
}
