/** What the facts of a described case are, said a second time and without a database. */
import { businessDate } from '../../../../src/core/calendar/business-date.ts';
import type { Calendar } from '../../../../src/core/calendar/business-days.ts';
import { dateIn } from '../../../../src/core/calendar/zone.ts';
import type { CaseFacts } from '../../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../../src/core/dunning/ladder.ts';
import { presets, standardLadder } from '../../../../src/ladders/presets.ts';
import { type Case, currencyOf, type Customer, type Desk, home } from '../described.ts';
import { calledBack, customerPosition, lastContact } from './contacts.ts';
import { coverOf } from './cover.ts';
import { invoiceFacts, runs } from './invoice.ts';
import { latest } from './numbers.ts';
import { openOf } from './open.ts';
import { payerOf } from './payer.ts';

/** Everything of one customer, with the ids that its rows were given. */
export interface Numbered {
  readonly customer: Customer;
  readonly caseIds: readonly number[];
  /** Of the first invoice of each case. */
  readonly firstInvoice: readonly number[];
}

/** The facts of one of a customer's cases. */
export function factsOf(desk: Desk, { customer, caseIds, firstInvoice }: Numbered, index: number): CaseFacts {
  const of = customer.cases[index]!;
  const calendar = calendarOf(customer);
  const ladder = ladderOf(of);
  const invoices = of.invoices.flatMap((one, n) =>
    openOf(one) === 0n
      ? []
      : [
          {
            ...invoiceFacts(of, n, one, { zone: calendar.zone, stops: customer.stops }),
            id: firstInvoice[index]! + n,
            number: `${caseIds[index]}-${n}`,
          },
        ],
  );
  const last = lastContact(customer, ladder);
  const made = calledBack(customer);
  const openCall = of.tasks.find(({ kind, open }) => open && kind === 'call');
  const [back] = of.tasks
    .filter(({ kind, open }) => open && kind === 'call back')
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const pausedUntil = latest(of.pauses.filter((one) => one.whole && runs(one)).map(({ until }) => until));
  return {
    caseId: caseIds[index]!,
    currency: currencyOf(customer, index),
    calendar,
    payer: payerOf({ customer, caseIds, firstInvoice }, calendar),
    floor: desk.floor,
    invoices: invoices.toSorted((a, b) =>
      a.effectiveDueOn === b.effectiveDueOn ? a.id - b.id : a.effectiveDueOn < b.effectiveDueOn ? -1 : 1,
    ),
    cover: coverOf(customer, index, calendar),
    customerPosition: customerPosition(customer, ladder),
    approvals: approvalsOf(of),
    stopped: customer.stops.some(({ endedAt }) => endedAt === null),
    letterUnderway: of.letters.some(
      ({ kind, status, beside }) =>
        !beside && kind !== 'formal claim' && (status === 'queued' || status === 'unknown'),
    ),
    hasMailAddress: customer.contacts.some(({ mail }) => mail === 'good'),
    shadow: desk.shadow,
    noticeMinutes: desk.noticeMinutes,
    ...(last && { lastContact: { ...last, caseId: caseIds[last.caseId]! } }),
    ...(made && {
      calledBack: {
        on: dateIn(calendar.zone, made.closedAt),
        position: lastContact(customer, ladder, made.closedAt)?.position ?? -1,
      },
    }),
    ...(openCall?.step && { openCall: { step: openCall.step } }),
    ...(back && {
      callBack: { agreedOn: dateIn(calendar.zone, back.openedAt), on: dateIn(calendar.zone, back.dueAt) },
    }),
    ...(pausedUntil && { pausedUntil: businessDate(pausedUntil) }),
    ...(of.lettersHeldUntil !== null && { lettersHeldUntil: businessDate(of.lettersHeldUntil) }),
    ...(desk.covers !== null && { ledgerCovers: businessDate(desk.covers) }),
    ...(of.raisedTo !== null && { raisedTo: of.raisedTo }),
  };
}

/** The ladder by which a case is pressed. */
export function ladderOf({ ownLadder }: Case): Ladder {
  return presets.get(ownLadder) ?? standardLadder;
}

export function calendarOf({ country, region, zone }: Customer): Calendar {
  const at = country === null ? home : { country, region };
  return {
    country: at.country,
    zone: zone ?? home.zone,
    ...(at.region === null ? {} : { region: at.region }),
  };
}

function approvalsOf({ approvals }: Case): CaseFacts['approvals'] {
  const last = new Map(approvals.filter(({ kind }) => kind === 'step').map((one) => [one.step, one]));
  return [...last.values()].flatMap(({ step, status, reviewOn }): CaseFacts['approvals'] => {
    if (status === 'pending') return [{ step, status, invoices: [] }];
    if (status === 'refused' && reviewOn !== null)
      return [{ step, status, reviewOn: businessDate(reviewOn) }];
    return [];
  });
}
