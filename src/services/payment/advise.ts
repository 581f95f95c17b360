import {
  cashCameSince,
  insertAdvice,
  latestAdvice,
  restingAdvices,
} from '../../../db/queries/payment/advice.ts';
import { loadOpenInvoices } from '../../../db/queries/case/facts.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../../core/calendar/business-days.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { loadCaseFiles } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole, whoMay } from '../member/roster.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/** Somebody says that the money is on its way. */
export interface AdviceWord {
  readonly caseId: number;
  /** Minor units of the case's currency. */
  readonly amount: bigint;
  readonly note?: string;
}

/** Business days of the customer for which money on its way rests what it would pay. */
const restBusinessDays = 3;

/**
 * Records a payment advised: no cash, so nothing is paid, and pressure on the amount rests for three business days.
 * A rep may do so once until cash comes; without that limit a case could be rested for ever.
 * @returns the day on which pressure goes on, unless cash came.
 * @throws DomainError `invalid` for more than is open and not advised yet, `forbidden` for a rep's second time.
 */
export async function advisePayment(office: Office, actor: Actor, word: AdviceWord): Promise<BusinessDate> {
  return within(office, actor.workspaceId, async (scope) =>
    advisePaymentIn(scope, await holdCase(scope, actor, word.caseId), word),
  );
}

/** The same inside a transaction that holds the case already: an outcome may say that it is paid. */
export async function advisePaymentIn(scope: Scope, held: HeldCase, word: AdviceWord): Promise<BusinessDate> {
  const calendar = await calendarOfCase(scope, word.caseId);
  const today = dateIn(calendar.zone, scope.now);
  await refuseTooMuch(scope, held, word, today);
  await refuseAgain(scope, held, calendar);
  const restsUntil = addBusinessDays(calendar, today, restBusinessDays);
  await insertAdvice(scope.tx, {
    caseId: word.caseId,
    amount: word.amount,
    advisedOn: today,
    restsUntil,
    memberId: held.actor.id,
    note: word.note ?? null,
  });
  await tell(scope, held, word, restsUntil);
  await refreshLists(scope, [word.caseId]);
  await wakeCases(scope, [word.caseId]);
  return restsUntil;
}

async function calendarOfCase(scope: Scope, caseId: number): Promise<Calendar> {
  const [file] = await loadCaseFiles(scope, [caseId]);
  if (file === undefined) throw new DomainError('not_found', `There is no case ${caseId} here.`);
  return file.facts.calendar;
}

async function refuseTooMuch(
  scope: Scope,
  { row }: HeldCase,
  { amount }: AdviceWord,
  today: BusinessDate,
): Promise<void> {
  if (amount <= 0n) throw new DomainError('invalid', 'A payment needs an amount above zero.');
  const invoices = await loadOpenInvoices(scope.tx, [row.id]);
  const open = invoices.reduce((sum, invoice) => sum + invoice.open, 0n);
  const advices = await restingAdvices(scope.tx, row.id, today);
  const advised = advices.reduce((sum, advice) => sum + advice.amount, 0n);
  if (amount <= open - advised) return;
  const shown = (minor: bigint): string => formatMoney(money(minor, row.currency));
  const already = advised > 0n ? `, of which ${shown(advised)} is on its way already` : '';
  throw new DomainError(
    'invalid',
    `${shown(amount)} is more than the ${shown(open)} that is open${already}.`,
  );
}

async function refuseAgain(
  scope: Scope,
  { row, actor, people }: HeldCase,
  calendar: Calendar,
): Promise<void> {
  if (hasRole(actor, ['lead', 'manager', 'admin'])) return;
  const before = await latestAdvice(scope.tx, row.id);
  if (before === undefined) return;
  const on = businessDate(before.advisedOn);
  if (await cashCameSince(scope.tx, row.id, instantAt(calendar.zone, on, '00:00'))) return;
  throw new DomainError(
    'forbidden',
    `A payment was advised on ${formatDate(on, { today: scope.today })} already and no cash came since: record what they promise, or ask ${whoMay(people, ['lead', 'manager'])}.`,
  );
}

async function tell(
  scope: Scope,
  { row, actor }: HeldCase,
  { amount, note }: AdviceWord,
  until: BusinessDate,
): Promise<void> {
  await tellCase(scope, row.id, {
    kind: 'payment',
    caseId: row.id,
    memberId: actor.id,
    amount: formatMoney(money(amount, row.currency)),
    advised: true,
    until: formatDate(until, { today: scope.today }),
  });
  await record(scope, [
    {
      what: 'payment advised',
      memberId: actor.id,
      caseId: row.id,
      details: { amount: String(amount), until, note: note ?? null },
    },
  ]);
}
