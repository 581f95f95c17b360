import { describe, expect, it } from 'vitest';
import { at, caseOf, day, decide, decideA, invoice, received, settle } from './stage.ts';

/** Due 2 Nov, demand and call on the 3rd, promise on the 3rd for the 20th, broken on the 23rd. */
const demanded = [
  received('payment-demand', '2026-11-03', 'delivered'),
  received('pay-or-date-call', '2026-11-03'),
];
const promised = [{ from: day('2026-11-03'), to: day('2026-11-22') }];
const broken = invoice(1, '2026-11-02', { received: demanded, rested: promised, promiseBroken: true });

describe('a broken promise', () => {
  it('is called about on the 23rd, and the claim comes not before the 26th', () => {
    const { did, facts, rest } = settle(caseOf([broken]), at('2026-11-23 09:00'));
    expect(did.map(({ decision }) => decision)).toMatchObject([
      { kind: 'call', step: 'official-letter-call', reason: 'broken promise', on: '2026-11-23' },
    ]);
    expect(rest.next).toEqual({ step: 'formal-claim', at: at('2026-11-26 10:00') });
    expect(decide(facts, '2026-11-25 15:00').kind).toBe('rest');
    expect(decideA('claim', facts, '2026-11-26 10:00').invoices).toEqual([1]);
  });

  it('is called about on the next open day when it is too late today', () => {
    expect(decide(caseOf([broken]), '2026-11-20 15:30')).toMatchObject({
      kind: 'rest',
      until: at('2026-11-23'),
    });
  });

  it('repeats the last call when none is above, and three more days pass before the claim', () => {
    const told = [...demanded, received('official-letter-call', '2026-11-04')];
    const facts = caseOf([invoice(1, '2026-11-02', { received: told, promiseBroken: true })]);
    expect(decideA('call', facts, '2026-11-23 09:00')).toMatchObject({
      step: 'official-letter-call',
      reason: 'broken promise',
      receives: [{ invoice: 1, step: 'official-letter-call' }],
    });
    const { rest } = settle(facts, at('2026-11-23 09:00'));
    expect(rest.next?.at).toEqual(at('2026-11-26 10:00'));
  });

  it('does not jump over a claim, and does not undo one', () => {
    const claimed = [
      ...demanded,
      received('official-letter-call', '2026-11-04'),
      received('formal-claim', '2026-11-10', 'delivered'),
    ];
    const facts = caseOf([invoice(1, '2026-11-02', { received: claimed, promiseBroken: true })]);
    const { did, rest } = settle(facts, at('2026-11-23 09:00'));
    expect(did).toMatchObject([{ decision: { kind: 'call', step: 'official-letter-call' } }]);
    expect(rest.next?.step).toBe('legal-handover');
  });

  it('brings the demand first when none was sent, and the call the same day', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { promiseBroken: true })]);
    const { did } = settle(facts, at('2026-11-23 09:00'));
    expect(did.map(({ decision }) => [decision.kind, decision.step])).toEqual([
      ['letter', 'payment-demand'],
      ['call', 'pay-or-date-call'],
    ]);
  });

  it('is not called about before the invoice is overdue, nor for a sum below the floor', () => {
    const early = caseOf([invoice(1, '2026-11-30', { promiseBroken: true })]);
    expect(decide(early, '2026-11-23 09:00')).toMatchObject({ kind: 'rest', because: 'not due yet' });
    const small = caseOf([{ ...broken, open: 100n }]);
    expect(decide(small, '2026-11-23 09:00')).toMatchObject({ kind: 'rest', because: 'below the floor' });
  });

  it('is called about even while a claim waits for approval', () => {
    const other = invoice(2, '2026-11-02', {
      received: [...demanded, received('official-letter-call', '2026-11-04')],
    });
    const facts = caseOf([broken, other], {
      approvals: [{ step: 'formal-claim', status: 'pending', invoices: [1, 2] }],
    });
    expect(decideA('call', facts, '2026-11-23 09:00').receives).toEqual([
      { invoice: 1, step: 'official-letter-call' },
    ]);
  });
});
