import { insertTasks } from '../../../db/queries/task/open.ts';
import { type BusinessDate, addDays } from '../../core/calendar/business-date.ts';
import { previousOpen } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import type { Level } from '../../core/task/enforce.ts';
import type { CaseFile } from '../case/file.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { escalateFrom, holderOf } from '../member/holder.ts';
import { hasRole, type Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/**
 * Who looks into a dispute: whoever is named, else the lead of the customer's owner.
 * @throws DomainError `invalid` for somebody who is not active here
 */
export function fixerOf(scope: Scope, { people }: HeldCase, file: CaseFile, named?: number): Member {
  if (named === undefined) {
    const owner = holderOf(people, file.ownerId, scope.now);
    return escalateFrom(people, owner.id, 'lead', scope.now);
  }
  const fixer = people.get(named);
  if (fixer?.active === true) return fixer;
  throw new DomainError('invalid', 'Whoever looks into it must be an active member: choose somebody else.');
}

/** The task to answer it, until the end of the deadline's working day, where it is brought up the day before. */
export async function haveItAnswered(
  scope: Scope,
  { facts: { caseId, calendar } }: CaseFile,
  fixer: Member,
  of: { readonly disputeId: number; readonly what: string; readonly deadlineOn: BusinessDate },
): Promise<void> {
  const dayBefore = previousOpen(calendar, addDays(of.deadlineOn, -1));
  const due = instantAt(calendar.zone, dayBefore, '09:00');
  await insertTasks(scope.tx, [
    {
      caseId,
      disputeId: of.disputeId,
      kind: 'dispute',
      what: of.what,
      level: levelOf(fixer),
      holderId: fixer.id,
      firstHolderId: fixer.id,
      dueAt: due > scope.now ? due : scope.now,
      deadlineAt: instantAt(calendar.zone, of.deadlineOn, '17:00'),
      openedAt: scope.now,
    },
  ]);
}

/** A lead's miss rises to the manager, not to another lead. */
function levelOf(fixer: Member): Level {
  if (hasRole(fixer, ['manager'])) return 'manager';
  return hasRole(fixer, ['lead']) ? 'lead' : 'owner';
}
