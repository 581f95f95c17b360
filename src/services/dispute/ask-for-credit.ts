import { insertTasks } from '../../../db/queries/task/open.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { CaseFile } from '../case/file.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { type Member, withRole } from '../member/roster.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/** Business days in which finance books a credit note. */
const creditBusinessDays = 2;

/** Gives finance the task of booking what a customer is right about; where nobody is finance, an admin. */
export async function askForCredit(
  scope: Scope,
  { people }: HeldCase,
  { id, caseId }: DisputeRow,
  { facts }: CaseFile,
  upheld: bigint,
): Promise<void> {
  const holder = bookkeeper(people);
  const calendar = calendarOf(holder);
  const day = addBusinessDays(calendar, dateIn(calendar.zone, scope.now), creditBusinessDays);
  await insertTasks(scope.tx, [
    {
      caseId,
      disputeId: id,
      kind: 'credit note',
      what: `book a credit note of ${formatMoney(money(upheld, facts.currency))}`,
      level: 'lead',
      holderId: holder.id,
      firstHolderId: holder.id,
      dueAt: scope.now,
      deadlineAt: instantAt(calendar.zone, day, holder.worksTo),
      openedAt: scope.now,
    },
  ]);
  await refreshLists(scope, [caseId]);
}

function bookkeeper(people: ReadonlyMap<number, Member>): Member {
  const [found] = [...withRole(people, 'finance'), ...withRole(people, 'admin'), ...people.values()];
  if (found === undefined) throw new Error('a workspace without members has no disputes');
  return found;
}
