import { unappliedPayments } from '../../../db/queries/payment/unapplied.ts';
import { finishAllocations, openAllocations, renameTask } from '../../../db/queries/task/allocation.ts';
import { insertTasks, type NewTask } from '../../../db/queries/task/open.ts';
import { casesById } from '../../../db/queries/case/find.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { formatMoney, money } from '../../core/money.ts';
import { holderOf } from '../member/holder.ts';
import { type Member, roster, withRole } from '../member/roster.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { totalOf, type UnappliedPayment } from './unapplied.ts';

/**
 * Makes finance's allocation tasks of these cases what they should be: one for each case with unapplied cash, done as
 * soon as there is none. Deposits and credit notes are nobody's task. Called after every change of unapplied cash.
 */
export async function reviewAllocations(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const cash = groupBy(
    (await unappliedPayments(scope.tx, caseIds)).filter(isToAllocate),
    ({ caseId }) => caseId,
  );
  const open = await openAllocations(scope.tx, caseIds);
  const done = open.filter(({ caseId }) => !cash.has(caseId));
  await finishAllocations(
    scope.tx,
    done.map(({ id }) => id),
    scope.now,
  );
  const currencies = await currenciesOf(scope, [...cash.keys()]);
  const whatOf = (caseId: number): string => whatToDo(cash.get(caseId) ?? [], currencies.get(caseId) ?? '');
  for (const { id, caseId, what } of open)
    if (cash.has(caseId) && what !== whatOf(caseId)) await renameTask(scope.tx, id, whatOf(caseId));
  const known = new Set(open.map(({ caseId }) => caseId));
  const fresh = [...cash.keys()].filter((caseId) => !known.has(caseId));
  if (fresh.length > 0) await give(scope, fresh, whatOf);
}

const isToAllocate = ({ isDeposit, source }: UnappliedPayment): boolean =>
  !isDeposit && source !== 'credit note';

async function currenciesOf({ tx }: Scope, caseIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await casesById(tx, caseIds)).map(({ id, currency }) => [id, currency]));
}

function whatToDo(payments: readonly UnappliedPayment[], currency: string): string {
  return `allocate ${formatMoney(money(totalOf(payments), currency))} of unapplied cash`;
}

/** Due on the next morning and over that evening: on the day after, the cash rests nothing any more. */
async function give(
  scope: Scope,
  caseIds: readonly number[],
  whatOf: (caseId: number) => string,
): Promise<void> {
  const people = await roster(scope);
  const holder = financeOf(people, scope.now);
  const calendar = calendarOf(holder);
  const day = addBusinessDays(calendar, dateIn(calendar.zone, scope.now), 1);
  await insertTasks(
    scope.tx,
    caseIds.map((caseId): NewTask => ({
      caseId,
      kind: 'allocation',
      what: whatOf(caseId),
      holderId: holder.id,
      firstHolderId: holder.id,
      dueAt: instantAt(calendar.zone, day, '09:00'),
      deadlineAt: instantAt(calendar.zone, day, '17:00'),
      openedAt: scope.now,
    })),
  );
}

/** Whoever of finance works now, or stands in for them; without finance whoever stands in for an owner. */
function financeOf(people: ReadonlyMap<number, Member>, at: Date): Member {
  const holders = withRole(people, 'finance').map(({ id }) => holderOf(people, id, at));
  return (
    holders.find((one) => one.roles.includes('finance')) ?? holders[0] ?? holderOf(people, undefined, at)
  );
}
