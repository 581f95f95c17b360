/** What fate does to a case in the properties: payments, promises, disputes, other cases, changes of mind. */
import { addDays, type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { CaseFacts, InvoiceFacts } from '../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { contacted, without } from './stage.ts';
import { after, type Consequence } from './world.ts';

type Change = (facts: CaseFacts, n: number, today: BusinessDate, now: Date, ladder: Ladder) => Consequence;

/** Each takes a number and uses it as it likes. */
export const changes = {
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
  'pause one': (facts, n, today) => {
    const days = 1 + (n % 6);
    return {
      facts: withInvoice(facts, n, (one) => ({
        ...rested(one, today, days),
        pausedUntil: addDays(today, days),
      })),
    };
  },
  'dispute part': (facts, n, _today, now) => {
    const end = (current: CaseFacts): Consequence => ({
      facts: withInvoice(current, n, (one) => ({ ...one, disputed: 0n })),
    });
    return {
      facts: withInvoice(facts, n, (one) => ({ ...one, disputed: one.open / 3n })),
      later: [{ at: after(now, 1 + (n % 13)), change: end }],
    };
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
  'other contact': (facts, n, today, _now, ladder) => {
    const step = ladder.steps[n % ladder.steps.length];
    return {
      facts: step === undefined ? facts : contacted(facts, { step: step.key, on: today }, ladder),
    };
  },
  cover: (facts, n, today) => ({
    facts: {
      ...facts,
      cover: [...facts.cover.slice(-1), { amount: BigInt(n) * 1_000n, until: addDays(today, 1 + (n % 4)) }],
    },
  }),
  raise: (facts, n, _today, _now, ladder) => ({
    facts: { ...facts, raisedTo: ladder.steps[n % ladder.steps.length]?.key ?? '' },
  }),
  'call back': (facts, n, today) => ({
    facts: { ...facts, callBack: { agreedOn: today, on: addDays(today, n % 5) } },
  }),
  'called back': (facts, _n, today) => ({
    facts: {
      ...without(without(facts, 'openCall'), 'callBack'),
      calledBack: { on: today, position: facts.lastContact?.position ?? -1 },
    },
  }),
} satisfies Record<string, Change>;

function choose(facts: CaseFacts, n: number): InvoiceFacts | undefined {
  return facts.invoices[n % facts.invoices.length];
}

function withInvoice(facts: CaseFacts, n: number, change: (one: InvoiceFacts) => InvoiceFacts): CaseFacts {
  const chosen = choose(facts, n);
  const invoices = facts.invoices.map((one) => (one === chosen ? change(one) : one));
  return { ...facts, invoices };
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
