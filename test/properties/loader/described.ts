/** Cases as they are described: what happened, in values of its own, from which both rows and facts are made. */
import fc from 'fast-check';

/** The moment of every look: Wednesday noon in Berlin. */
export const now = new Date('2026-11-25T11:00:00Z');

/** The workspace's own place. */
export const home = { country: 'DE', region: 'BY', zone: 'Europe/Berlin' };

export const steps = [
  'friendly-call',
  'due-day-call',
  'payment-demand',
  'pay-or-date-call',
  'official-letter-call',
  'formal-claim',
  'legal-handover',
] as const;

export interface Desk {
  readonly shadow: boolean;
  readonly floor: bigint;
  readonly covers: string | null;
  /** For how long a letter stands announced; none of these cases has one that does. */
  readonly noticeMinutes: number;
}

export interface Customer {
  readonly country: string | null;
  readonly region: string | null;
  readonly zone: string | null;
  readonly stopped: boolean;
  readonly payerType: string | null;
  readonly tags: readonly string[];
  readonly contacts: readonly { readonly role: string; readonly mail: 'none' | 'good' | 'refused' }[];
  /** One a currency, in this order: euros, dollars, yen. */
  readonly cases: readonly Case[];
}

export interface Case {
  readonly raisedTo: string | null;
  readonly lettersHeldUntil: string | null;
  readonly invoices: readonly Invoice[];
  readonly contacts: readonly Contact[];
  readonly promises: readonly Promised[];
  readonly disputes: readonly Disputed[];
  readonly plans: readonly Planned[];
  readonly pauses: readonly Paused[];
  readonly advices: readonly { readonly amount: bigint; readonly until: string }[];
  readonly cash: readonly Cash[];
  readonly approvals: readonly Approval[];
  readonly tasks: readonly Task[];
  readonly letters: readonly { readonly kind: string; readonly status: string; readonly beside: boolean }[];
}

export interface Invoice {
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: bigint;
  readonly excluded: boolean;
  readonly payments: readonly Payment[];
}

/** So many thousandths of the invoice were paid or credited, and perhaps taken back an hour later. */
export interface Payment {
  readonly thousandths: number;
  readonly as: 'cash' | 'credit note' | 'allocation';
  readonly at: Date;
  readonly takenBack: boolean;
}

/** A step was done for some invoices; `step` is what each received, if anything. */
export interface Contact {
  readonly step: string;
  readonly how: string;
  readonly joined: boolean;
  readonly on: string;
  readonly at: Date;
  readonly invoices: readonly { readonly invoice: number; readonly step: string | null }[];
}

/** A part of some of the case's invoices; `invoice` counts around. */
export interface Line {
  readonly invoice: number;
  readonly thousandths: number;
  readonly whole: boolean;
}

export interface Promised {
  readonly lines: readonly Line[];
  readonly status: string;
  readonly rests: boolean;
  readonly calledAbout: boolean;
  readonly madeAt: Date;
  readonly madeOn: string;
  readonly dueOn: string;
  readonly endedOn: string | null;
}

export interface Disputed {
  readonly lines: readonly (Line & { readonly upheldThousandths: number })[];
  readonly status: string;
  readonly raisedOn: string;
  readonly resolvedOn: string | null;
}

export interface Planned {
  readonly invoices: readonly number[];
  readonly status: string;
  readonly calledAbout: boolean;
  readonly agreedOn: string | null;
  readonly endedOn: string | null;
  readonly instalments: readonly {
    readonly dueOn: string;
    readonly status: string;
    readonly reminded: boolean;
    readonly noticedOn: string | null;
  }[];
}

export interface Paused {
  readonly whole: boolean;
  readonly invoices: readonly number[];
  readonly status: string;
  readonly from: string;
  readonly until: string;
  readonly endedOn: string | null;
  readonly told: boolean;
}

/** Money that nobody allocated; `deposit`: that covers nothing. */
export interface Cash {
  readonly amount: bigint;
  readonly bank: boolean;
  readonly deposit: boolean;
  readonly bookedOn: string;
  readonly at: Date;
  readonly takenBack: boolean;
}

export interface Approval {
  readonly kind: 'step' | 'pause';
  readonly step: string;
  readonly status: string;
  readonly reviewOn: string | null;
}

export interface Task {
  readonly kind: 'call' | 'call back' | 'commitment';
  readonly step: string | null;
  readonly open: boolean;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly hours: number;
  readonly nudges: number;
}

/** A day so many days from today. */
export function dayFromNow(offset: number): string {
  return new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
}

const day = (min: number, max: number) => fc.integer({ min, max }).map(dayFromNow);
const instant = (minHours: number, maxHours: number) =>
  fc
    .integer({ min: minHours * 60, max: maxHours * 60 })
    .map((minutes) => new Date(now.getTime() + minutes * 60_000));
const seldom = fc.integer({ min: 0, max: 9 }).map((n) => n === 9);
const few = <T>(of: fc.Arbitrary<T>, maxLength = 2) => fc.array(of, { maxLength });
const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
const index = fc.nat({ max: 3 });
const thousandths = fc.integer({ min: 1, max: 1000 });
const step = fc.constantFrom(...steps);

const invoice: fc.Arbitrary<Invoice> = fc.record({
  issuedOn: day(-90, -20),
  dueOn: day(-40, 20),
  amount: fc.oneof(
    amount,
    fc.bigInt({ min: 1n, max: 1_000n }).map((thousands) => thousands * 1000n),
  ),
  excluded: seldom,
  payments: few(
    fc.record({
      thousandths: fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 500 })),
      as: fc.constantFrom('cash', 'credit note', 'allocation'),
      at: instant(-600, -1),
      takenBack: seldom,
    }),
  ),
});

const contact: fc.Arbitrary<Contact> = fc.record({
  step,
  how: fc.constantFrom('done', 'under way', 'delivered', 'withheld', 'impossible', 'failed'),
  joined: seldom,
  on: day(-20, 1),
  at: instant(-480, 0),
  invoices: few(fc.record({ invoice: index, step: fc.option(step) }), 3),
});

const line: fc.Arbitrary<Line> = fc.record({ invoice: index, thousandths, whole: fc.boolean() });

const promised: fc.Arbitrary<Promised> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  status: fc.constantFrom('open', 'unconfirmed', 'kept', 'partial', 'broken', 'cancelled'),
  rests: fc.boolean(),
  calledAbout: fc.boolean(),
  madeAt: instant(-600, -1),
  madeOn: day(-25, 0),
  dueOn: day(-20, 20),
  endedOn: fc.option(day(-20, 0)),
});

const disputed: fc.Arbitrary<Disputed> = fc.record({
  lines: fc.array(
    fc.tuple(line, fc.integer({ min: 0, max: 1000 })).map(([one, upheldThousandths]) => ({
      ...one,
      upheldThousandths,
    })),
    { minLength: 1, maxLength: 3 },
  ),
  status: fc.constantFrom('open', 'upheld', 'credited', 'rejected', 'moot'),
  raisedOn: day(-25, 0),
  resolvedOn: fc.option(day(-20, 0)),
});

const planned: fc.Arbitrary<Planned> = fc.record({
  invoices: fc.array(index, { minLength: 1, maxLength: 3 }),
  status: fc.constantFrom('agreed', 'kept', 'broken', 'cancelled', 'refused'),
  calledAbout: fc.boolean(),
  agreedOn: fc.option(day(-30, 0)),
  endedOn: fc.option(day(-20, 0)),
  instalments: fc.array(
    fc.record({
      dueOn: day(-10, 20),
      status: fc.constantFrom('open', 'kept', 'unconfirmed', 'missed'),
      reminded: fc.boolean(),
      noticedOn: fc.option(day(-5, 0)),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const paused: fc.Arbitrary<Paused> = fc
  .record({
    whole: fc.boolean(),
    invoices: fc.array(index, { maxLength: 3 }),
    status: fc.constantFrom('requested', 'granted', 'granted', 'refused', 'lapsed'),
    start: fc.integer({ min: -20, max: 2 }),
    days: fc.integer({ min: 1, max: 20 }),
    endedOn: fc.option(day(-20, 5)),
    told: fc.boolean(),
  })
  .map(({ start, days, ...rest }) => ({ ...rest, from: dayFromNow(start), until: dayFromNow(start + days) }));

const approval: fc.Arbitrary<Approval> = fc.record({
  kind: fc.constantFrom('step', 'step', 'pause'),
  step: fc.constantFrom('formal-claim', 'legal-handover'),
  status: fc.constantFrom('pending', 'approved', 'refused', 'lapsed'),
  reviewOn: fc.option(day(-5, 10)),
});

const task: fc.Arbitrary<Task> = fc.record({
  kind: fc.constantFrom('call', 'call back', 'commitment'),
  step: fc.option(step),
  open: fc.boolean(),
  openedAt: instant(-72, 0),
  dueAt: instant(-6, 72),
  hours: fc.integer({ min: 1, max: 8 }),
  nudges: fc.integer({ min: 0, max: 3 }),
});

const anyCase: fc.Arbitrary<Case> = fc.record({
  raisedTo: fc.option(step, { freq: 2 }),
  lettersHeldUntil: fc.option(day(-5, 5)),
  invoices: fc.array(invoice, { maxLength: 4 }),
  contacts: few(contact, 5),
  promises: few(promised),
  disputes: few(disputed),
  plans: few(planned),
  pauses: few(paused),
  advices: few(fc.record({ amount, until: day(-3, 5) })),
  cash: few(
    fc.record({
      amount,
      bank: fc.boolean(),
      deposit: seldom,
      bookedOn: day(-10, 0),
      at: instant(-240, 0),
      takenBack: seldom,
    }),
  ),
  approvals: few(approval, 3),
  tasks: few(task, 3),
  letters: few(
    fc.record({
      kind: fc.constantFrom('reminder', 'payment demand', 'formal claim'),
      status: fc.constantFrom('queued', 'unknown', 'sent', 'refused'),
      beside: fc.boolean(),
    }),
  ),
});

/** The same without what the database would refuse: two lines about one invoice, two open calls, too much paid. */
const oneCase = anyCase.map((of): Case => {
  const n = Math.max(1, of.invoices.length);
  const lines = <L extends { readonly invoice: number }>(all: readonly L[]): readonly L[] =>
    of.invoices.length === 0 ? [] : onceEach(all, ({ invoice: about }) => about % n);
  return {
    ...of,
    invoices: of.invoices.map((one) => ({ ...one, payments: one.amount % 1000n === 0n ? one.payments : [] })),
    contacts: of.contacts.map((one) => ({ ...one, invoices: lines(one.invoices) })),
    promises: of.promises.map((one) => ({ ...one, lines: lines(one.lines) })),
    disputes: of.disputes.map((one) => ({ ...one, lines: lines(one.lines) })),
    plans: onceEach(of.plans, ({ status }) => (status === 'agreed' ? 'live' : {})).map((one) => ({
      ...one,
      invoices: of.invoices.length === 0 ? [] : onceEach(one.invoices, (about) => about % n),
      agreedOn: one.status === 'agreed' ? (one.agreedOn ?? dayFromNow(-3)) : one.agreedOn,
    })),
    pauses: of.pauses.map((one) => ({
      ...one,
      invoices: of.invoices.length === 0 ? [] : onceEach(one.invoices, (about) => about % n),
    })),
    approvals: onceEach(of.approvals, ({ status, step: asked }) => (status === 'pending' ? asked : {})),
    // A letter that is not beside the ladder was one of its contacts.
    letters: of.letters.map((one) => ({ ...one, beside: one.beside || of.contacts.length === 0 })),
    tasks: onceEach(
      of.tasks.map((one) => (one.kind === 'call' ? { ...one, step: one.step ?? 'due-day-call' } : one)),
      ({ kind, open, dueAt }) =>
        open && kind === 'call' ? 'call' : kind === 'call back' ? dueAt.getTime() : {},
    ),
  };
});

/** The first of each kind; a kind that is an object of its own is like no other. */
function onceEach<T>(all: readonly T[], kindOf: (one: T) => unknown): readonly T[] {
  const seen = new Set<unknown>();
  return all.filter((one) => {
    const kind = kindOf(one);
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  });
}

const place = fc.constantFrom(
  { country: null, region: null },
  { country: 'US', region: null },
  { country: 'US', region: 'CA' },
  { country: 'AU', region: 'NSW' },
  { country: 'GB', region: 'SCT' },
  { country: 'LV', region: null },
  { country: 'IT', region: null },
  { country: 'SA', region: null },
  { country: 'DE', region: null },
);

const customer: fc.Arbitrary<Customer> = fc
  .record({
    place,
    zone: fc.constantFrom(null, 'America/Los_Angeles', 'Australia/Sydney', 'Europe/Riga', 'Asia/Riyadh'),
    stopped: seldom,
    payerType: fc.constantFrom(null, 'large company', 'public body'),
    tags: fc.uniqueArray(fc.constantFrom('vip', 'exempt', 'no accountant'), { maxLength: 2 }),
    contacts: few(
      fc.record({
        role: fc.constantFrom('accounts payable', 'decider', 'executive'),
        mail: fc.constantFrom('none', 'good', 'good', 'refused'),
      }),
    ),
    cases: fc.array(oneCase, { minLength: 1, maxLength: 2 }),
  })
  .map(({ place: { country, region }, ...rest }) => ({ ...rest, country, region }));

export const desks: fc.Arbitrary<Desk> = fc.record({
  shadow: fc.boolean(),
  floor: fc.constantFrom(0n, 2_500n, 100_000n),
  covers: fc.option(day(-4, 0)),
  noticeMinutes: fc.constantFrom(0, 60),
});

/** Many at once, because they are written and loaded at once; fewer in shrinking, until one is left. */
export const customers = (most: number): fc.Arbitrary<readonly Customer[]> =>
  fc.array(customer, { minLength: 1, maxLength: most, size: 'max' });

export const currencies = ['EUR', 'USD', 'JPY'] as const;

/** What is said of an invoice that the case does not have is said of another one. */
export function around<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length];
}

/** So many thousandths of an amount, and at least one minor unit of it. */
export function partOf(whole: bigint, thousandthsOf: number): bigint {
  const part = (whole * BigInt(thousandthsOf)) / 1000n;
  return part < 1n ? 1n : part;
}
