import { insertTasks } from '../../../db/queries/task/open.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { guardianOfClaims } from '../member/guardian.ts';
import { escalateFrom } from '../member/holder.ts';
import { roster } from '../member/roster.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { deadlineOf } from '../task/deadline-of.ts';
import { stopWords } from './kinds.ts';
import type { StopWord } from './word.ts';

/** A rep's word is looked at by the lead, within a deadline like any other work. */
export async function haveItConfirmed(
  scope: Scope,
  { people, actor }: HeldCase,
  { caseId, kind, said }: StopWord,
): Promise<void> {
  const lead = escalateFrom(people, actor.id, 'lead', scope.now);
  await insertTasks(scope.tx, [
    {
      caseId,
      kind: 'stop check',
      what: `check that pressing has to stop (${stopWords[kind]}, says ${actor.name}: “${said.trim().slice(0, 120)}”)`,
      level: 'lead',
      holderId: lead.id,
      firstHolderId: lead.id,
      dueAt: scope.now,
      deadlineAt: deadlineOf(lead, 'lead', scope.now),
      openedAt: scope.now,
    },
  ]);
}

/** Business days to file a claim in an insolvency whose last day nobody knows: courts set weeks, and files get lost. */
const filingBusinessDays = 10;

/** What an insolvent customer owes is lost unless it is filed with the court or the administrator in time. */
export async function haveClaimFiled(scope: Scope, { caseId, fileBy }: StopWord): Promise<void> {
  const holder = guardianOfClaims(await roster(scope), scope.now);
  const calendar = calendarOf(holder);
  const last = fileBy ?? addBusinessDays(calendar, scope.today, filingBusinessDays);
  await insertTasks(scope.tx, [
    {
      caseId,
      kind: 'commitment',
      what: `file what they owe in the insolvency${fileBy === undefined ? ', and check the last day with the court' : ''}`,
      // Nobody stands above legal: a miss is recorded, and the work stays theirs.
      level: 'manager',
      holderId: holder.id,
      firstHolderId: holder.id,
      dueAt: scope.now,
      deadlineAt: instantAt(calendar.zone, last, holder.worksTo),
      openedAt: scope.now,
    },
  ]);
}
