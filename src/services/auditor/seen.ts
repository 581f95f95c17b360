import { noteSeen } from '../../../db/queries/auditor/findings.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole, type Role, roster, withRole } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { findingsSubject } from './raise.ts';

/** Who looks after what was found. */
const auditors: readonly Role[] = ['admin', 'manager', 'lead'];

/**
 * Notes that somebody looks after a finding; the first one stands, and everybody's message says who.
 * @returns who has it
 * @throws DomainError `not_found` for a finding that is not there, `forbidden` for others than leads, managers and admins
 */
export async function findingSeen(office: Office, actor: Actor, findingId: number): Promise<number> {
  return within(office, actor.workspaceId, async (scope) => {
    const { people, person } = await actingMember(scope, actor);
    requireRole(people, person, auditors, 'look after what the check found');
    const row = await noteSeen(scope.tx, findingId, person.id, scope.now);
    if (row === undefined || row.seenBy === null)
      throw new DomainError('not_found', 'That finding is not here any more: see /audit check.');
    await refreshCards(
      scope,
      'findings',
      withRole(await roster(scope), 'admin').map(({ id }) => findingsSubject(id, row.toldInRun)),
    );
    if (row.seenBy === person.id)
      await record(scope, [
        {
          what: 'finding seen',
          memberId: person.id,
          ...(row.caseId === null ? {} : { caseId: row.caseId }),
          details: { check: row.check, finding: row.id },
        },
      ]);
    return row.seenBy;
  });
}
