import fc from 'fast-check';
import {
  addHours,
  type Approval,
  type Case,
  type Contact,
  type Disputed,
  dayFromNow,
  dayOf,
  type Invoice,
  type Line,
  type Paused,
  type Payment,
  type Planned,
  type Promised,
  steps,
  type Task,
} from '../described.ts';
import { day, few, instant, seldom } from './basics.ts';

const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
const index = fc.nat({ max: 3 });
const thousandths = fc.integer({ min: 1, max: 1000 });
const step = fc.constantFrom(...steps);

const payment: fc.Arbitrary<Payment> = fc
  .record({
    thousandths: fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 500 })),
    as: fc.constantFrom('cash', 'credit note', 'allocation', 'write-off'),
    at: instant(-600, -1),
    daysBefore: fc.nat({ max: 4 }),
    bank: fc.boolean(),
    deposit: seldom,
    takenBack: fc.integer({ min: 0, max: 4 }).map((n) => n === 4),
    bounced: fc.boolean(),
  })
  .map(({ daysBefore, ...rest }) => ({ ...rest, receivedOn: dayOf(addHours(rest.at, -24 * daysBefore)) }));

const invoice: fc.Arbitrary<Invoice> = fc.record({
  issuedOn: day(-90, -20),
  dueOn: day(-40, 20),
  amount: fc.oneof(
    amount,
    fc.bigInt({ min: 1n, max: 1_000n }).map((thousands) => thousands * 1000n),
  ),
  excluded: seldom,
  payments: few(payment),
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
  hours: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 60 })),
  nudges: fc.integer({ min: 0, max: 3 }),
  closedAt: instant(-480, 0),
});

/** Any case, among them what the database would refuse. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  ownLadder: fc.constantFrom('', '', 'soft', 'services'),
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
