/** What fate does to a case in the properties: payments, promises, disputes, people who act late or not at all. */
import fc from 'fast-check';
import { addDays, type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { Calendar } from '../../../src/core/calendar/business-days.ts';
import type { Call, Claim, Letter } from '../../../src/core/dunning/decision.ts';
import type { CaseFacts, InvoiceFacts } from '../../../src/core/dunning/facts.ts';
import { standardLadder } from '../../../src/core/dunning/standard.ts';
import { carryOut, caseOf, contacted, invoice, receive, withPosition } from './stage.ts';
import { after, type CarryOut, type Consequence, type Happening } from './world.ts';

type Change = (facts: CaseFacts, n: number, today: BusinessDate, now: Date) => Consequence;

/** Each takes a number and uses it as it likes. */
const changes = {
  pay: (facts, n) => ({ facts: withInvoice(facts, n, paid) }),
  'pay part': (facts, n) => ({
    facts: withInvoice(facts, n, (one) => ({ ...one, open: one.open - one.open / 3n })),
  }),
  promise: (facts, n, today, now) => {
    const days = 1 + (n % 17);
    const chosen = choose(facts, n);
    const end = (current: CaseFacts): Consequence => ({
      facts: withInvoice(current, n, (one) => (n % 4 === 0 ? paid(one) : broken(one, today, days))),
    });
    return chosen === undefined || chosen.promised > 0n
      ? { facts }
      : {
          facts: withInvoice(facts, n, (one) => ({
            ...one,
            promised: n % 3 === 0 ? one.open / 2n : one.open,
          })),
          later: [{ at: after(now, days), change: end }],
        };
  },
  dispute: (facts, n, today, now) => {
    const days = 1 + (n % 11);
    const end = (current: CaseFacts): Consequence => ({
      facts: withInvoice(current, n, (one) => rested({ ...one, disputed: 0n }, today, days)),
    });
    return {
      facts: withInvoice(facts, n, (one) => ({ ...one, disputed: one.open - one.promised })),
      later: [{ at: after(now, days), change: end }],
    };
  },
  pause: (facts, n, today) => {
    const pausedUntil = addDays(today, 1 + (n % 5));
    const invoices = facts.invoices.map((one) => rested(one, today, 1 + (n % 5)));
    return { facts: { ...facts, invoices, pausedUntil } };
  },
  'close call': (facts) => ({ facts: without(facts, 'openCall') }),
  shadow: (facts) => ({ facts: { ...facts, shadow: !facts.shadow } }),
  address: (facts) => ({ facts: { ...facts, hasMailAddress: !facts.hasMailAddress } }),
  'freeze ledger': (facts, n, today) => ({
    facts: { ...facts, ledgerCovers: n % 2 === 0 ? addDays(today, -(n % 3)) : businessDate('2099-12-31') },
  }),
  refuse: (facts, n, today) => ({
    facts: {
      ...facts,
      approvals: facts.approvals.map(({ step }) => ({
        step,
        status: 'refused',
        reviewOn: addDays(today, n % 20),
      })),
    },
  }),
  'other contact': (facts, n, today) => {
    const step = standardLadder.steps[n % 6];
    return {
      facts: step === undefined ? facts : contacted(facts, { step: step.key, on: today }, standardLadder),
    };
  },
  cover: (facts, n, today) => ({
    facts: {
      ...facts,
      cover: [...facts.cover.slice(-1), { amount: BigInt(n) * 1_000n, until: addDays(today, 1 + (n % 4)) }],
    },
  }),
  raise: (facts, n) => ({ facts: { ...facts, raisedTo: standardLadder.steps[2 + (n % 5)]?.key ?? '' } }),
  'call back': (facts, n, today) => ({
    facts: { ...facts, callBack: { agreedOn: today, on: addDays(today, n % 5) } },
  }),
} satisfies Record<string, Change>;

export type Kind = keyof typeof changes;
export const kinds = Object.keys(changes) as readonly Kind[];

const start = businessDate('2026-03-02');

export const calendars: readonly Calendar[] = [
  { country: 'DE', region: 'BY', zone: 'Europe/Berlin' },
  { country: 'GB', zone: 'Europe/London' },
  { country: 'US', zone: 'America/New_York' },
  { country: 'AE', zone: 'Asia/Dubai' },
  { country: 'NZ', zone: 'Pacific/Auckland' },
];

/** A case of a few invoices, some too small to matter. */
export const cases: fc.Arbitrary<CaseFacts> = fc
  .record({
    calendar: fc.constantFrom(...calendars),
    rows: fc.array(
      fc.record({ dueIn: fc.integer({ min: -40, max: 90 }), open: fc.bigInt(1_000n, 90_000n) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  })
  .map(({ calendar, rows }) => {
    const invoices = rows.map(({ dueIn, open }, index) =>
      invoice(index + 1, addDays(start, dueIn), { open }, calendar),
    );
    return caseOf(invoices, { calendar, floor: 15_000n });
  });

export const period = [new Date('2026-02-20T00:00:00Z'), new Date('2027-02-20T00:00:00Z')] as const;

export interface Event {
  /** Minutes since the period began. */
  readonly minute: number;
  readonly kind: Kind;
  readonly n: number;
}

/** Things that happen over some months, at any minute. */
export const fates: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.record({ minute: fc.nat(160 * 24 * 60), kind: fc.constantFrom(...kinds), n: fc.nat(99) }),
  { maxLength: 25 },
);

export function happeningsOf(fate: readonly Event[]): readonly Happening[] {
  return fate.map(({ minute, kind, n }) => ({
    at: new Date(period[0].getTime() + minute * 60_000),
    change: (facts, today, now) => changes[kind](facts, n, today, now),
  }));
}

/** Mails take a while and sometimes bounce; managers answer after days, and post takes some more. */
export function slowly(lag: number): CarryOut {
  return (facts, action, now) => {
    if (action.kind === 'letter' && action.how === 'send') return mail(facts, action, now, lag);
    if (action.kind === 'claim') return answered(carryOut(facts, action), action, after(now, lag % 4), lag);
    if (action.kind === 'call') return called(clearRaise(carryOut(facts, action), action), action, lag);
    return { facts: carryOut(facts, action) };
  };
}

/** Every other person makes the calls of a case, an hour before the deadline; the rest forget all of them. */
function called(facts: CaseFacts, action: Call, lag: number): Consequence {
  const closed = (current: CaseFacts): Consequence => ({
    facts: current.openCall?.step === action.step ? without(current, 'openCall') : current,
  });
  return {
    facts,
    later: lag % 2 === 0 ? [{ at: new Date(action.deadline.getTime() - 3_600_000), change: closed }] : [],
  };
}

function mail(facts: CaseFacts, action: Letter, now: Date, lag: number): Consequence {
  const how = (now.getDate() + lag) % 9 === 0 ? 'failed' : 'delivered';
  const settled = (current: CaseFacts): Consequence => {
    const known = { ...receive(current, action.receives, action.on, how), letterUnderway: false };
    return { facts: how === 'delivered' ? contacted(known, action, standardLadder) : known };
  };
  return {
    facts: { ...receive(facts, action.receives, action.on, 'under way'), letterUnderway: true },
    later: [{ at: new Date(now.getTime() + 1 + lag * 600_000), change: settled }],
  };
}

function answered(facts: CaseFacts, action: Claim, at: Date, lag: number): Consequence {
  const free = (current: CaseFacts): CaseFacts => ({
    ...current,
    approvals: current.approvals.filter(({ step }) => step !== action.step),
  });
  const delivered = (current: CaseFacts, today: BusinessDate): Consequence => ({
    facts: receive(current, action.receives, today, 'delivered'),
  });
  const approved = (current: CaseFacts, today: BusinessDate, now: Date): Consequence => {
    if (!current.approvals.some(({ step, status }) => step === action.step && status === 'pending'))
      return { facts: current };
    const sent = receive(free(current), action.receives, today, 'under way');
    return {
      facts: contacted(sent, { step: action.step, on: today }, standardLadder),
      later: [{ at: after(now, 1 + (lag % 6)), change: delivered }],
    };
  };
  return { facts, later: [{ at: new Date(at.getTime() + 1), change: approved }] };
}

/** The service forgets a raise when it was done. */
function clearRaise(facts: CaseFacts, action: Call): CaseFacts {
  return action.reason === 'raised' ? without(facts, 'raisedTo') : facts;
}

function choose(facts: CaseFacts, n: number): InvoiceFacts | undefined {
  return facts.invoices[n % facts.invoices.length];
}

function withInvoice(facts: CaseFacts, n: number, change: (one: InvoiceFacts) => InvoiceFacts): CaseFacts {
  const chosen = choose(facts, n);
  const invoices = facts.invoices.map((one) => (one === chosen ? change(one) : one));
  return withPosition({ ...facts, invoices, customerPosition: -1 });
}

function paid(one: InvoiceFacts): InvoiceFacts {
  return { ...one, open: 0n, promised: 0n, disputed: 0n };
}

function broken(one: InvoiceFacts, from: BusinessDate, days: number): InvoiceFacts {
  if (one.open === 0n) return one;
  const whole = one.promised === one.open;
  const free = { ...one, promised: 0n, promiseBroken: true };
  return whole ? rested(free, from, days) : free;
}

/** From the day on which it began to rest to the day before it is pressed again. */
function rested(one: InvoiceFacts, from: BusinessDate, days: number): InvoiceFacts {
  return { ...one, rested: [...one.rested, { from, to: addDays(from, days - 1) }] };
}

function without(facts: CaseFacts, key: 'openCall' | 'raisedTo'): CaseFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key)) as unknown as CaseFacts;
}
