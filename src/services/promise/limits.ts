import type { PromiseRow } from '../../../db/schema/index.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { promiseBudget } from '../../core/promise/budget.ts';
import type { HeldCase } from '../case/of-actor.ts';
import type { CaseFile } from '../case/file.ts';
import { hasRole, whoMay } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import type { PromiseWord } from './word.ts';

/** @throws DomainError `invalid` for a day or an amount that cannot be promised. */
export function refuseImpossible(scope: Scope, { facts }: CaseFile, word: PromiseWord): void {
  const today = dateIn(facts.calendar.zone, scope.now);
  if (word.dueOn < today)
    throw new DomainError(
      'invalid',
      `Promise date ${word.dueOn} is past: choose today (${formatDate(today)}) or later.`,
    );
  if (word.amount <= 0n) throw new DomainError('invalid', 'A promise needs an amount above zero.');
  const open = facts.invoices.reduce((sum, invoice) => sum + invoice.open, 0n);
  const inWords = (amount: bigint): string => formatMoney(money(amount, facts.currency));
  if (word.amount > open)
    throw new DomainError(
      'invalid',
      `${inWords(word.amount)} is more than the ${inWords(open)} that is open: promise at most that.`,
    );
}

/**
 * Whether the promise may rest what it promises.
 * @param before all promises of the case, the latest first
 * @throws DomainError `forbidden` beyond what a rep may accept, naming who may.
 */
export function checkBudget(
  scope: Scope,
  { people, actor }: HeldCase,
  { facts }: CaseFile,
  word: PromiseWord,
  before: readonly PromiseRow[],
): boolean {
  const budget = promiseBudget({
    role: hasRole(actor, ['lead', 'manager', 'admin']) ? 'lead' : 'rep',
    today: dateIn(facts.calendar.zone, scope.now),
    dueOn: word.dueOn,
    renewals: renewalsSoFar(before),
    brokenCount: before.filter((row) => row.status === 'broken' || row.status === 'partial').length,
    calendar: facts.calendar,
  });
  if (budget.allowed) return budget.rests;
  throw new DomainError(
    'forbidden',
    `${budget.because} Ask ${whoMay(people, ['lead', 'manager'])} to record it.`,
  );
}

/** The promise that a new one would take the place of. */
export function livePromise(before: readonly PromiseRow[]): PromiseRow | undefined {
  return before.find((row) => row.status === 'open' || row.status === 'unconfirmed');
}

/** How often the promise that is live now was renewed already, counting the one about to be made. */
function renewalsSoFar(before: readonly PromiseRow[]): number {
  const byId = new Map(before.map((row) => [row.id, row]));
  const renewedBy = ({ renewsId }: PromiseRow) => (renewsId === null ? undefined : byId.get(renewsId));
  let count = 0;
  for (let one = livePromise(before); one !== undefined; one = renewedBy(one)) count += 1;
  return count;
}
