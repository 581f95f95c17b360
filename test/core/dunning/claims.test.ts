import { describe, expect, it } from 'vitest';
import type { StepApproval } from '../../../src/core/dunning/facts.ts';
import { approve, at, caseOf, day, decide, decideA, invoice, received, settle } from './stage.ts';

const ripe = [
  received('payment-demand', '2026-11-03', 'delivered'),
  received('pay-or-date-call', '2026-11-03'),
  received('official-letter-call', '2026-11-04'),
];
const claimable = invoice(1, '2026-11-02', { received: ripe });

const pending: StepApproval = { step: 'formal-claim', status: 'pending', invoices: [1] };
const refusedUntil = (reviewOn: string): StepApproval => ({
  step: 'formal-claim',
  status: 'refused',
  reviewOn: day(reviewOn),
});

describe('a formal claim', () => {
  it('sues only for what was demanded in writing; the rest is also open', () => {
    const facts = caseOf(
      [
        claimable,
        invoice(2, '2026-11-05', { received: [received('payment-demand', '2026-11-06', 'delivered')] }),
        invoice(3, '2026-11-05', { received: [received('payment-demand', '2026-11-06', 'impossible')] }),
        invoice(4, '2026-11-06', { received: [received('payment-demand', '2026-11-09', 'delivered')] }),
        invoice(5, '2026-11-20'),
      ],
      { hasMailAddress: false },
    );
    expect(decideA('claim', facts, '2026-11-09 10:00')).toEqual({
      kind: 'claim',
      step: 'formal-claim',
      invoices: [1, 2],
      alsoOpen: [3, 4],
      receives: [
        { invoice: 1, step: 'formal-claim' },
        { invoice: 2, step: 'formal-claim' },
      ],
    });
  });

  it('is not asked for when only undemanded invoices are that high: they need the letter first', () => {
    const undemanded = invoice(1, '2026-11-02', { received: ripe.slice(1) });
    const { did, rest } = settle(caseOf([undemanded]), at('2026-11-09 10:00'));
    expect(did).toMatchObject([{ decision: { kind: 'letter', step: 'payment-demand' } }]);
    expect(rest.next).toEqual({ step: 'formal-claim', at: at('2026-11-13 10:00') });
  });

  it('waits for approval, and does not ask twice', () => {
    const facts = caseOf([claimable], { approvals: [pending] });
    expect(decide(facts, '2026-11-09 10:00')).toEqual({ kind: 'rest', because: 'waiting for approval' });
    const approved = caseOf([claimable], {
      approvals: [{ step: 'formal-claim', status: 'approved', invoices: [1] }],
    });
    expect(decide(approved, '2026-11-09 10:00')).toEqual({ kind: 'rest', because: 'letter is under way' });
  });

  it('that nobody answers is asked for anew, with all, once another invoice has come as far', () => {
    const facts = caseOf([claimable, { ...claimable, id: 2 }], { approvals: [pending] });
    expect(decideA('claim', facts, '2026-11-09 10:00').invoices).toEqual([1, 2]);
    const asked = caseOf([claimable, { ...claimable, id: 2 }], {
      approvals: [{ ...pending, invoices: [1, 2] }],
    });
    expect(decide(asked, '2026-11-09 10:00')).toEqual({ kind: 'rest', because: 'waiting for approval' });
  });

  it('that nobody answers does not stop the calls about what was demanded since', () => {
    const later = invoice(2, '2026-11-05', {
      received: [received('payment-demand', '2026-11-09', 'delivered')],
    });
    const facts = caseOf([claimable, later], { approvals: [pending] });
    expect(decideA('call', facts, '2026-11-10 09:00').invoices).toEqual([2]);
  });

  it('rests after a refusal until the day to look again, and then asks again', () => {
    const facts = caseOf([claimable], { approvals: [refusedUntil('2026-11-16')] });
    expect(decide(facts, '2026-11-09 10:00')).toMatchObject({
      kind: 'rest',
      because: 'approval refused',
      until: at('2026-11-16'),
    });
    expect(decide(facts, '2026-11-16 10:00').kind).toBe('claim');
  });

  it('is not held up by a refusal of another step', () => {
    const other: StepApproval = { step: 'legal-handover', status: 'refused', reviewOn: day('2027-01-01') };
    expect(decide(caseOf([claimable], { approvals: [other] }), '2026-11-09 10:00').kind).toBe('claim');
  });

  it.each([
    ['ledger is stale', { ledgerCovers: day('2026-11-01') }],
    ['shadow mode', { shadow: true }],
  ] as const)('is not asked for: %s', (because, changes) => {
    expect(decide(caseOf([claimable], changes), '2026-11-09 10:00')).toMatchObject({ kind: 'rest', because });
  });

  it('keeps the minimum gap to the claim of another case', () => {
    const facts = caseOf([claimable], { lastContact: { on: day('2026-11-09'), position: 5, caseId: 2 } });
    expect(decide(facts, '2026-11-10 10:00')).toMatchObject({
      because: 'minimum gap',
      until: at('2026-11-11'),
    });
    expect(decide(facts, '2026-11-11 10:00').kind).toBe('claim');
  });

  it('is asked for in its hours', () => {
    expect(decide(caseOf([claimable]), '2026-11-09 09:59')).toMatchObject({
      because: 'outside hours',
      until: at('2026-11-09 10:00'),
    });
  });

  it('lets weaker calls about what it names fold into it, but not those about other invoices', () => {
    const other = invoice(2, '2026-11-04', {
      received: [received('payment-demand', '2026-11-05', 'delivered')],
    });
    const dueToday = invoice(3, '2026-11-09');
    const asked: Parameters<typeof caseOf>[1] = {
      approvals: [{ step: 'formal-claim', status: 'pending', invoices: [1, 2] }],
    };
    expect(decide(caseOf([claimable, other], asked), '2026-11-09 10:00').kind).toBe('rest');
    expect(decideA('call', caseOf([claimable, other, dueToday], asked), '2026-11-09 10:00')).toMatchObject({
      step: 'due-day-call',
      invoices: [3],
    });
    const refused = { approvals: [refusedUntil('2026-12-01')] };
    expect(decideA('call', caseOf([claimable, other], refused), '2026-11-09 10:00').receives).toEqual([
      { invoice: 2, step: 'pay-or-date-call' },
    ]);
  });

  it('sues for a later invoice without suing twice for the first', () => {
    const sued = approve(caseOf([claimable]), [{ invoice: 1, step: 'formal-claim' }], day('2026-11-09'));
    const facts = { ...sued, invoices: [...sued.invoices, { ...claimable, id: 2 }] };
    expect(decideA('claim', facts, '2026-11-16 10:00')).toMatchObject({ invoices: [2], alsoOpen: [1] });
  });
});

it('the hand-over names what the claim’s deadline has passed for', () => {
  const claimed = (on: string) => [...ripe, received('formal-claim', on, 'delivered')];
  const facts = caseOf([
    invoice(1, '2026-11-02', { received: claimed('2026-11-10') }),
    invoice(2, '2026-11-02', { received: claimed('2026-11-20') }),
  ]);
  expect(decideA('handover', facts, '2026-11-24 10:00')).toEqual({
    kind: 'handover',
    step: 'legal-handover',
    invoices: [1],
    receives: [{ invoice: 1, step: 'legal-handover' }],
  });
});
