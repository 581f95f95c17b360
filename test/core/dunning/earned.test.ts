import { describe, expect, it } from 'vitest';
import { caseOf, day, decide, decideA, invoice, received } from './stage.ts';

const called = [
  received('payment-demand', '2026-11-03', 'delivered'),
  received('pay-or-date-call', '2026-11-03'),
];

describe('a step is earned', () => {
  it('by the due date alone when it counts from that: lower steps that were missed are skipped', () => {
    expect(decideA('call', caseOf([invoice(1, '2026-11-02')]), '2026-11-02 09:00').step).toBe('due-day-call');
    expect(decideA('letter', caseOf([invoice(1, '2026-11-02')]), '2026-11-03 09:00').step).toBe(
      'payment-demand',
    );
  });

  it('by a call that comes late, as long as the due day is ahead', () => {
    expect(decideA('call', caseOf([invoice(1, '2026-11-02')]), '2026-10-30 09:00').step).toBe(
      'friendly-call',
    );
  });

  it('only when the step before was done for this invoice', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { received: called }), invoice(2, '2026-11-03')]);
    const call = decideA(
      'call',
      { ...facts, hasMailAddress: true, ledgerCovers: day('2026-10-30') },
      '2026-11-04 09:00',
    );
    expect(call.step).toBe('official-letter-call');
    expect(call.receives).toEqual([{ invoice: 1, step: 'official-letter-call' }]);
  });

  it('the pay-or-date call on the day of the demand, the official-letter call one business day later', () => {
    const demanded = invoice(1, '2026-11-05', {
      received: [received('payment-demand', '2026-11-06', 'delivered')],
    });
    expect(decideA('call', caseOf([demanded]), '2026-11-06 09:00').step).toBe('pay-or-date-call');
    const spoken = invoice(1, '2026-11-05', {
      received: [
        received('payment-demand', '2026-11-06', 'delivered'),
        received('pay-or-date-call', '2026-11-06'),
      ],
    });
    expect(decide(caseOf([spoken]), '2026-11-08 12:00').kind).toBe('rest');
    expect(decideA('call', caseOf([spoken]), '2026-11-09 00:00').step).toBe('official-letter-call');
  });

  it('a call, but not a claim, after a letter that was withheld or impossible', () => {
    const withheld = (steps: readonly string[]) =>
      caseOf(
        [
          invoice(1, '2026-11-02', {
            received: [
              received('payment-demand', '2026-11-03', 'withheld'),
              ...steps.map((step) => received(step, '2026-11-04')),
            ],
          }),
        ],
        { shadow: true },
      );
    expect(decideA('call', withheld([]), '2026-11-03 09:00').step).toBe('pay-or-date-call');
    expect(decide(withheld(['pay-or-date-call', 'official-letter-call']), '2026-12-01 12:00')).toEqual({
      kind: 'rest',
      because: 'shadow mode',
    });
  });

  it('nothing after a letter whose fate is unknown', () => {
    const sent = invoice(1, '2026-11-02', {
      received: [received('payment-demand', '2026-11-03', 'under way')],
    });
    expect(decide(caseOf([sent]), '2026-12-01 12:00')).toEqual({
      kind: 'rest',
      because: 'waiting for the step before',
    });
  });

  it('without counting the days at rest', () => {
    const waited = invoice(1, '2026-11-02', {
      received: [...called, received('official-letter-call', '2026-11-04')],
      rested: [
        { from: day('2026-11-06'), to: day('2026-11-10') },
        { from: day('2026-11-11'), to: day('2026-11-12') },
      ],
    });
    expect(decide(caseOf([waited]), '2026-11-13 12:00').kind).toBe('rest');
    expect(decide(caseOf([waited]), '2026-11-16 12:00').kind).toBe('claim');
  });

  it('the claim by the late delivery of the demand, though the calls were made in time', () => {
    const late = invoice(1, '2026-11-02', {
      received: [
        received('payment-demand', '2026-11-10', 'delivered'),
        received('pay-or-date-call', '2026-11-03'),
        received('official-letter-call', '2026-11-04'),
      ],
    });
    expect(decide(caseOf([late]), '2026-11-13 12:00').kind).toBe('rest');
    expect(decide(caseOf([late]), '2026-11-16 12:00').kind).toBe('claim');
  });

  it('the hand-over ten business days after the claim was delivered, not sent', () => {
    const claimed = (how: 'under way' | 'delivered', on: string) =>
      caseOf([
        invoice(1, '2026-11-02', {
          received: [
            ...called,
            received('official-letter-call', '2026-11-04'),
            received('formal-claim', on, how),
          ],
        }),
      ]);
    expect(decide(claimed('under way', '2026-11-09'), '2027-02-01 12:00').kind).toBe('rest');
    expect(decide(claimed('delivered', '2026-11-12'), '2026-11-25 12:00').kind).toBe('rest');
    expect(decideA('handover', claimed('delivered', '2026-11-12'), '2026-11-26 12:00').invoices).toEqual([1]);
  });
});

it('a reminder before the due day goes to nobody who was demanded for something else', () => {
  const coming = [invoice(1, '2026-11-12')];
  expect(decide(caseOf(coming, { customerPosition: 1 }), '2026-11-09 09:00').kind).toBe('call');
  expect(decide(caseOf(coming, { customerPosition: 2 }), '2026-11-09 09:00')).toMatchObject({
    kind: 'rest',
    next: { step: 'due-day-call' },
  });
});
