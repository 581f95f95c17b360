import { holdLetters, insertLetterHold, releaseLetters } from '../../../db/queries/case/hold-letters.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { budgetUsed } from '../../../db/queries/pause/find.ts';
import { findAnnouncement } from '../../../db/queries/announcement/find.ts';
import { beyondBudget } from '../../core/pause/budget.ts';
import { holdAnnounced } from '../announcement/hold.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { hasRole, whoMay } from '../member/roster.ts';
import { wakeCases } from '../case/wake.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { requireRightPerson } from './by-hand.ts';

/** Until when nothing is written, and why. */
export interface HoldBack {
  readonly until: BusinessDate;
  readonly reason: string;
  /** The announcement that somebody pressed on. */
  readonly announcementId?: number;
}

/**
 * Holds the letters of a case back until a day: what is announced or queued does not leave, and what is earned waits.
 * Calls go on. It comes out of a rep's budget of pauses.
 * @throws DomainError `invalid` for a day that is not ahead, or without a reason; `forbidden` as for sending, and
 * beyond the budget; `conflict` when what was announced is decided already.
 */
export async function holdLettersBack(
  office: Office,
  actor: Actor,
  caseId: number,
  { until, reason, announcementId }: HoldBack,
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
    await refuseDecided(scope, held, announcementId);
    const budgeted = await spendBudget(scope, held, file, until);
    await holdLetters(scope.tx, caseId, { until, because, by: held.actor.id });
    await insertLetterHold(scope.tx, {
      caseId,
      invoices: file.facts.invoices.map(({ id }) => id),
      untilDay: until,
      reason: because,
      byMember: held.actor.id,
      at: scope.now,
      budgeted,
    });
    const fate = `held back until ${formatDate(until, { today })} by ${held.actor.name}: ${because}`;
    const said = await holdAnnounced(scope, caseId, { until, because, by: held.actor.id });
    if (!said)
      await tellCase(scope, caseId, {
        kind: 'letter',
        caseId,
        letter: 'letters',
        fate,
        to: null,
        amount: '',
      });
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

/** Out of a rep's budget; a lead, or whoever stands above, has none. @returns whether it was spent. */
async function spendBudget(
  scope: Scope,
  { actor, people }: HeldCase,
  file: CaseFile,
  untilDay: BusinessDate,
): Promise<boolean> {
  const role = hasRole(actor, ['lead', 'manager', 'admin']) ? 'lead' : 'rep';
  const today = dateIn(file.facts.calendar.zone, scope.now);
  const used = await budgetUsed(scope.tx, file.facts.caseId);
  const beyond = beyondBudget({ role, today, untilDay, used });
  if (beyond === undefined) return role === 'rep';
  throw new DomainError(
    'forbidden',
    `Holding letters back comes out of the budget of pauses. ${beyond} Longer or again is for ${whoMay(people, ['lead', 'manager'])}.`,
  );
}

/** Whoever comes second is told who was first, and whoever comes late that it went. */
async function refuseDecided(scope: Scope, { people }: HeldCase, announcementId?: number): Promise<void> {
  const row = announcementId === undefined ? undefined : await findAnnouncement(scope.tx, announcementId);
  if (row === undefined || row.status === 'waiting') return;
  const who = row.heldBy === null ? 'somebody' : (people.get(row.heldBy)?.name ?? 'somebody');
  const what = {
    gone: 'It went already. If it must not stand, write to the customer; /letter hold keeps the next one back.',
    'held back': `${who} holds it back already.`,
    withdrawn: 'It does not go anyway: the card says why.',
  }[row.status];
  throw new DomainError('conflict', `${what} Nothing was changed.`);
}
