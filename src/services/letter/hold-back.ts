import { holdLetters, releaseLetters } from '../../../db/queries/case/hold-letters.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { loadCaseFile } from '../case/file.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { requireRightPerson } from './by-hand.ts';

/**
 * Holds the letters of a case back until a day: what is queued does not leave, and what is earned waits. Calls go on.
 * @throws DomainError `invalid` for a day that is not ahead, or without a reason; `forbidden` as for sending.
 */
export async function holdLettersBack(
  office: Office,
  actor: Actor,
  caseId: number,
  until: BusinessDate,
  reason: string,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const file = await loadCaseFile(scope, caseId);
    requireRightPerson(held, file, 'hold letters back');
    const today = dateIn(file.facts.calendar.zone, scope.now);
    if (until <= today)
      throw new DomainError('invalid', `${formatDate(until)} is not ahead: choose a later day.`);
    const because = reason.trim();
    if (because === '')
      throw new DomainError('invalid', 'Why? Letters are held back for a reason that others can read.');
    await holdLetters(scope.tx, caseId, { until, because, by: held.actor.id });
    const fate = `held back until ${formatDate(until, { today })} by ${held.actor.name}: ${because}`;
    await tellCase(scope, caseId, { kind: 'letter', caseId, letter: 'letters', fate, to: null, amount: '' });
    const details = { until, reason: because };
    await record(scope, [{ what: 'letters held back', memberId: held.actor.id, caseId, details }]);
    await wakeCases(scope, [caseId]);
  });
}

/**
 * Lets letters go again that were held back.
 * @throws DomainError `conflict` when none are.
 */
export async function letLettersGo(office: Office, actor: Actor, caseId: number): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const file = await loadCaseFile(scope, caseId);
    requireRightPerson(held, file, 'let letters go');
    if (!(await releaseLetters(scope.tx, caseId)))
      throw new DomainError('conflict', 'Nobody holds letters of this case back.');
    const fate = `go again, released by ${held.actor.name}`;
    await tellCase(scope, caseId, { kind: 'letter', caseId, letter: 'letters', fate, to: null, amount: '' });
    await record(scope, [{ what: 'letters released', memberId: held.actor.id, caseId }]);
    await wakeCases(scope, [caseId]);
  });
}
