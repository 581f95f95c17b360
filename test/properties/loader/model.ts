/** What the facts of a described case are, said a second time and without a database. */
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../../../src/core/calendar/business-days.ts';
import { dateIn } from '../../../src/core/calendar/zone.ts';
import type { CaseFacts, InvoiceFacts, Received } from '../../../src/core/dunning/facts.ts';
import { positionOf } from '../../../src/core/dunning/place.ts';
import { invoicesLookedAt, isPunctual } from '../../../src/core/dunning/punctual.ts';
import type { Payer } from '../../../src/core/dunning/condition.ts';
import { standardLadder } from '../../../src/ladders/presets.ts';
import {
  around,
  type Case,
  type Contact,
  currencies,
  type Customer,
  type Desk,
  home,
  type Invoice,
  type Line,
  now,
  type Paused,
  partOf,
  type Task,
} from './described.ts';

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
  const invoices = of.invoices.flatMap((one, n) => {
    const open = openOf(one);
    return open === 0n
      ? []
      : [
          {
            ...invoiceFacts(of, one, n, open),
            id: firstInvoice[index]! + n,
            number: `${caseIds[index]}-${n}`,
          },
        ];
  });
  const last = lastContact(customer);
  const made = calledBack(customer);
  const openCall = of.tasks.find(({ kind, open }) => open && kind === 'call');
  const [back] = of.tasks
    .filter(({ kind, open }) => open && kind === 'call back')
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const pausedUntil = latest(of.pauses.filter((one) => one.whole && runs(one)).map(({ until }) => until));
  return {
    caseId: caseIds[index]!,
    currency: currencies[index]!,
    calendar,
    payer: payerOf({ customer, caseIds, firstInvoice }, calendar),
    floor: desk.floor,
    invoices: invoices.toSorted((a, b) =>
      a.effectiveDueOn === b.effectiveDueOn ? a.id - b.id : a.effectiveDueOn < b.effectiveDueOn ? -1 : 1,
    ),
    cover: coverOf(of, calendar),
    customerPosition: customerPosition(customer),
    approvals: approvalsOf(of),
    stopped: customer.stopped,
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
        position: lastContact(customer, made.closedAt)?.position ?? -1,
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

export function calendarOf({ country, region, zone }: Customer): Calendar {
  const at = country === null ? home : { country, region };
  return {
    country: at.country,
    zone: zone ?? home.zone,
    ...(at.region === null ? {} : { region: at.region }),
  };
}

function payerOf(
  { customer: { payerType, tags, contacts, cases }, firstInvoice }: Numbered,
  { country }: Calendar,
): Payer {
  const contactRoles = [...new Set(contacts.map(({ role }) => role))].toSorted();
  return {
    country,
    tags,
    contactRoles: contactRoles as unknown as Payer['contactRoles'],
    punctual: isPunctual(settledLast(cases, firstInvoice)),
    ...(payerType === null ? {} : { payerType: payerType as NonNullable<Payer['payerType']> }),
  };
}

/** The latest settled ones, with the day of the last money; what credit notes settled alone says nothing. */
function settledLast(cases: readonly Case[], firstInvoice: readonly number[]) {
  const settled = cases.flatMap(({ invoices }, index) =>
    invoices.flatMap((one, n) => (openOf(one) === 0n ? [{ one, id: firstInvoice[index]! + n }] : [])),
  );
  return settled
    .toSorted((a, b) => (a.one.dueOn === b.one.dueOn ? b.id - a.id : a.one.dueOn < b.one.dueOn ? 1 : -1))
    .slice(0, invoicesLookedAt)
    .flatMap(({ one: { dueOn, payments } }) => {
      const paid = payments.filter(({ as }) => as !== 'credit note').map(({ at }) => dayOf(at));
      const last = latest(paid);
      return last === undefined ? [] : [{ effectiveDueOn: businessDate(dueOn), paidOn: businessDate(last) }];
    });
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function openOf({ amount, payments }: Invoice): bigint {
  return payments
    .filter(({ takenBack }) => !takenBack)
    .reduce((open, { thousandths }) => open - partOf(amount, thousandths), amount);
}

function invoiceFacts(of: Case, one: Invoice, n: number, open: bigint): Omit<InvoiceFacts, 'id' | 'number'> {
  const linesOf = <L extends Line>(lines: readonly L[]): L | undefined =>
    lines.find(({ invoice }) => invoice % of.invoices.length === n);
  const about = (invoices: readonly number[]): boolean =>
    invoices.some((invoice) => invoice % of.invoices.length === n);
  const promises = of.promises.flatMap((word) => {
    const line = linesOf(word.lines);
    return line === undefined ? [] : [{ ...word, line }];
  });
  const disputes = of.disputes.flatMap((word) => {
    const line = linesOf(word.lines);
    return line === undefined ? [] : [{ ...word, line }];
  });
  const plans = of.plans.filter(({ agreedOn, invoices }) => agreedOn !== null && about(invoices));
  const pauses = of.pauses.filter(
    (pause) => pause.status === 'granted' && (pause.whole || about(pause.invoices)),
  );
  const resting = promises.filter(
    ({ rests, status }) => rests && (status === 'open' || status === 'unconfirmed'),
  );
  const pausedUntil = latest(pauses.filter((pause) => !pause.whole && runs(pause)).map(({ until }) => until));
  return {
    issuedOn: businessDate(one.issuedOn),
    dueOn: businessDate(one.dueOn),
    effectiveDueOn: businessDate(one.dueOn),
    open,
    promised: least(
      open,
      sum(resting.map(({ line, madeAt }) => unpaid(one, partOf(one.amount, line.thousandths), madeAt))),
    ),
    disputed: least(
      open,
      sum(
        disputes.map(({ status, line }) => {
          const amount = partOf(one.amount, line.thousandths);
          if (status === 'open') return amount;
          return status === 'upheld' ? (amount * BigInt(line.upheldThousandths)) / 1000n : 0n;
        }),
      ),
    ),
    excluded: one.excluded,
    promiseBroken: [...promises, ...plans].some(
      ({ status, calledAbout }) => (status === 'broken' || status === 'partial') && !calledAbout,
    ),
    received: receivedBy(of, n),
    rested: [
      ...promises
        .filter(({ rests, line }) => rests && line.whole)
        .flatMap(({ madeOn, endedOn }) => stretch(madeOn, endedOn)),
      ...disputes
        .filter(({ line }) => line.whole)
        .flatMap(({ raisedOn, resolvedOn }) => stretch(raisedOn, resolvedOn)),
      ...plans.flatMap(({ agreedOn, endedOn }) => stretch(agreedOn ?? '', endedOn)),
      ...pauses.flatMap(({ from, until, endedOn }) =>
        stretch(from, endedOn !== null && endedOn < until ? endedOn : until),
      ),
    ],
    ...(pausedUntil && { pausedUntil: businessDate(pausedUntil) }),
    ...(plans.some(({ status }) => status === 'agreed') && { onPlan: true as const }),
  };
}

/** What was promised and did not come in since; a credit note is no payment. */
function unpaid({ amount, payments }: Invoice, promised: bigint, madeAt: Date): bigint {
  const came = payments
    .filter(({ as }) => as !== 'credit note')
    .flatMap(({ thousandths, at, takenBack }) => {
      const paid = partOf(amount, thousandths);
      const movements = [{ at, paid }];
      return takenBack ? [...movements, { at: new Date(at.getTime() + 1), paid: -paid }] : movements;
    })
    .filter(({ at }) => at >= madeAt)
    .reduce((total, { paid }) => total + paid, 0n);
  const left = promised - came;
  return left < 0n ? 0n : least(promised, left);
}

function receivedBy(of: Case, n: number): readonly Received[] {
  const byStep = new Map<string, Contact>();
  for (const contact of inOrder(of.contacts))
    for (const { invoice, step } of contact.invoices)
      if (step !== null && invoice % of.invoices.length === n) byStep.set(step, contact);
  return [...byStep].map(([step, { on, how }]) => ({
    step,
    on: businessDate(on),
    how: how as Received['how'],
  }));
}

/** The earliest first; of one moment, in the order in which they were written. */
function inOrder<T extends { readonly at: Date }>(contacts: readonly T[]): readonly T[] {
  return contacts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The last call back that was made, whatever case it was about. */
function calledBack({ cases }: Customer): Task | undefined {
  return cases
    .flatMap(({ tasks }) => tasks)
    .filter(({ kind, open }) => kind === 'call back' && !open)
    .toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime())
    .at(-1);
}

/** Up to an instant. With the place of its case among the customer's, instead of its id. */
function lastContact({ cases }: Customer, until: Date = now): CaseFacts['lastContact'] {
  const all = cases.flatMap(({ contacts }, place) => contacts.map((contact) => ({ ...contact, place })));
  const last = inOrder(all)
    .filter(
      ({ at, how, joined }) => at <= until && !joined && ['done', 'delivered', 'under way'].includes(how),
    )
    .at(-1);
  if (last === undefined) return undefined;
  const step = standardLadder.steps.find(({ key }) => key === last.step);
  return {
    on: businessDate(last.on),
    position: placeOf(last.step),
    caseId: last.place,
    ...(step?.sequence === undefined ? {} : { sequence: step.sequence }),
  };
}

function customerPosition({ cases }: Customer): number {
  const positions = cases.flatMap((of) =>
    of.contacts.flatMap(({ invoices }) =>
      invoices.flatMap(({ invoice, step }) => {
        const about = around(of.invoices, invoice);
        return step === null || about === undefined || openOf(about) === 0n ? [] : [placeOf(step)];
      }),
    ),
  );
  return Math.max(-1, ...positions);
}

const placeOf = (step: string): number => positionOf(standardLadder, step);

function coverOf(of: Case, calendar: Calendar): CaseFacts['cover'] {
  const advised = of.advices.map(({ amount, until }) => ({ amount, until: businessDate(until) }));
  const cash = [...of.cash.filter(({ deposit }) => !deposit), ...allocatedOf(of)];
  const left = sum(cash.filter(({ takenBack }) => !takenBack).map(({ amount }) => amount));
  if (left === 0n) return advised;
  // Nobody could allocate a bank's money before its statement was read.
  const days = cash.map(({ bank, bookedOn, at }) => {
    const read = dateIn(home.zone, at);
    return bank && read > bookedOn ? read : bookedOn;
  });
  const arrived = businessDate(latest(days) ?? '');
  return [...advised, { amount: left, until: addBusinessDays(calendar, arrived, 2) }];
}

/** Cash that was allocated is spent, unless that was taken back: then it is there again. */
function allocatedOf({ invoices }: Case): Case['cash'] {
  return invoices.flatMap(({ amount, payments }) =>
    payments
      .filter(({ as }) => as === 'allocation')
      .map(({ thousandths, at, takenBack }) => ({
        amount: partOf(amount, thousandths),
        bank: false,
        deposit: false,
        bookedOn: dayOf(at),
        at,
        takenBack: !takenBack,
      })),
  );
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

const runs = ({ status, endedOn }: Paused): boolean => status === 'granted' && endedOn === null;

/** From a day to the one before another. */
function stretch(from: string, end: string | null): readonly { from: BusinessDate; to: BusinessDate }[] {
  if (end === null || end <= from) return [];
  const to = new Date(`${end}T00:00:00Z`);
  to.setUTCDate(to.getUTCDate() - 1);
  return [{ from: businessDate(from), to: businessDate(to.toISOString().slice(0, 10)) }];
}

const latest = (days: readonly string[]): string | undefined => days.toSorted().at(-1);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
