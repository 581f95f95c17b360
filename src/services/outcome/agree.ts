import { insertTasks } from '../../../db/queries/task/open.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { businessDaysBetween, isOpen } from '../../core/calendar/business-days.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { CaseFile } from '../case/file.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { raiseDisputeIn } from '../dispute/raise.ts';
import type { DisputeWord } from '../dispute/word.ts';
import { holderOf } from '../member/holder.ts';
import { advisePaymentIn } from '../payment/advise.ts';
import { makePromiseIn } from '../promise/make.ts';
import type { Scope } from '../scope.ts';

export interface Conversation {
  readonly spokeWith: string;
  readonly said: string;
  readonly next: Next;
}

export type Next =
  | { readonly kind: 'promise'; readonly amount: bigint; readonly dueOn: BusinessDate }
  /** We call them again; at most two business days from now does the ladder wait for it. */
  | CallBack
  /** Something we owe them, such as a signed delivery note. */
  | Commitment
  | Disputed
  /** They say that the money is on its way. */
  | { readonly kind: 'paid'; readonly amount: bigint }
  | { readonly kind: 'nothing agreed' };

/** What they say is wrong, and of which invoices; without an amount, all of those. */
type Disputed = { readonly kind: 'dispute' } & Pick<DisputeWord, 'invoices' | 'amount' | 'reason' | 'words'>;

interface CallBack {
  readonly kind: 'call back';
  readonly on: BusinessDate;
  readonly at: string;
}

interface Commitment {
  readonly kind: 'commitment';
  readonly what: string;
  readonly on: BusinessDate;
}

/** Turns what was agreed into what is watched: a promise, or a task of ours with a deadline. Says so in words. */
export async function agree(
  scope: Scope,
  held: HeldCase,
  file: CaseFile,
  { next, spokeWith }: Conversation,
): Promise<string> {
  const dayInWords = (day: BusinessDate): string => formatDate(day, { today: scope.today });
  switch (next.kind) {
    case 'promise': {
      const { amount, dueOn } = next;
      const made = await makePromiseIn(scope, held, {
        caseId: held.row.id,
        amount,
        dueOn,
        saidBy: spokeWith,
      });
      return `promised for ${dayInWords(dueOn)}${made.rests ? '' : '; two promises broke before, so nothing rests'}`;
    }
    case 'call back':
      await agreeCallBack(scope, held, file, next, spokeWith);
      return `we call back ${dayInWords(next.on)} at ${next.at}`;
    case 'commitment':
      await commit(scope, held, file, next);
      return `we owe them by ${dayInWords(next.on)}: ${next.what}`;
    case 'dispute': {
      const { kind: _, ...word } = next;
      const { amount, fixer, deadlineOn } = await raiseDisputeIn(scope, held, {
        ...word,
        caseId: held.row.id,
        saidBy: spokeWith,
      });
      const sum = formatMoney(money(amount, held.row.currency));
      return `they dispute ${sum} (${word.reason}), which rests; ${fixer} answers by ${dayInWords(deadlineOn)}`;
    }
    case 'paid': {
      const { amount } = next;
      const until = await advisePaymentIn(scope, held, { caseId: held.row.id, amount });
      const sum = formatMoney(money(amount, held.row.currency));
      return `they say that ${sum} is paid, which rests until ${dayInWords(until)} unless it comes`;
    }
    case 'nothing agreed':
      return 'nothing was agreed: the ladder goes on';
  }
}

/** A call back may make the ladder wait no longer than this. */
const callBackBusinessDays = 2;

/** How long after the agreed time a call back counts as missed. */
const callBackMilliseconds = 3_600_000;

async function agreeCallBack(
  scope: Scope,
  held: HeldCase,
  file: CaseFile,
  { on, at }: CallBack,
  spokeWith: string,
): Promise<void> {
  refuseLateCallBack(scope, file, on);
  const due = instantAt(file.facts.calendar.zone, on, at);
  if (due <= scope.now)
    throw new DomainError('invalid', `${at} ${formatDate(on)} has passed there: choose a later time.`);
  const deadline = new Date(due.getTime() + callBackMilliseconds);
  await takeOn(scope, held, { kind: 'call back', what: `call back ${spokeWith}`, due, deadline });
}

async function commit(scope: Scope, held: HeldCase, file: CaseFile, { on, what }: Commitment): Promise<void> {
  refuseClosedOrPast(scope, file, on);
  const { zone } = file.facts.calendar;
  const deadline = instantAt(zone, on, '17:00');
  if (deadline <= scope.now)
    throw new DomainError('invalid', `The working day of ${formatDate(on)} is over: choose a later one.`);
  await takeOn(scope, held, { kind: 'commitment', what, due: instantAt(zone, on, '09:00'), deadline });
}

function refuseLateCallBack(scope: Scope, file: CaseFile, on: BusinessDate): void {
  refuseClosedOrPast(scope, file, on);
  const { calendar } = file.facts;
  if (businessDaysBetween(calendar, dateIn(calendar.zone, scope.now), on) > callBackBusinessDays)
    throw new DomainError(
      'invalid',
      `A call back on ${formatDate(on)} is too far ahead: within ${callBackBusinessDays} business days, or record what they promise instead.`,
    );
}

function refuseClosedOrPast(scope: Scope, { facts }: CaseFile, on: BusinessDate): void {
  const today = dateIn(facts.calendar.zone, scope.now);
  if (on < today) throw new DomainError('invalid', `${formatDate(on)} is past: choose today or later.`);
  if (!isOpen(facts.calendar, on))
    throw new DomainError('invalid', `${formatDate(on)} is not a business day of the customer: choose one.`);
}

/**
 * What we owe a customer is a task of whoever said so, or of who stands in if that is no day of theirs. Their
 * hours do not matter: they agreed to the time.
 */
async function takeOn(
  scope: Scope,
  { row, actor, people }: HeldCase,
  duty: {
    readonly kind: 'call back' | 'commitment';
    readonly what: string;
    readonly due: Date;
    readonly deadline: Date;
  },
): Promise<void> {
  const holder = holderOf(people, actor.id, duty.due);
  await insertTasks(scope.tx, [
    {
      caseId: row.id,
      kind: duty.kind,
      what: duty.what,
      holderId: holder.id,
      firstHolderId: holder.id,
      inPlaceOf: holder.id === actor.id ? null : actor.id,
      dueAt: duty.due,
      deadlineAt: duty.deadline,
      openedAt: scope.now,
    },
  ]);
}
