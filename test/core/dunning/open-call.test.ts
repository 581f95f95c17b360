import { describe, expect, it } from 'vitest';
import { at, caseOf, day, decide, decideA, invoice, received } from './stage.ts';

const demanded = [received('payment-demand', '2026-11-03', 'delivered')];
const spoken = [...demanded, received('pay-or-date-call', '2026-11-03')];

describe('while a call is open', () => {
  it('the case rests, but only until its next step is earned: the ladder goes on regardless', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { received: spoken })], {
      openCall: { step: 'pay-or-date-call' },
    });
    expect(decide(facts, '2026-11-03 18:00')).toEqual({
      kind: 'rest',
      because: 'call is open',
      until: at('2026-11-04'),
      next: { step: 'official-letter-call', at: at('2026-11-04 10:00') },
    });
  });

  it('a stronger call takes its place', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { received: spoken })], {
      openCall: { step: 'pay-or-date-call' },
    });
    expect(decideA('call', facts, '2026-11-04 00:00')).toMatchObject({
      step: 'official-letter-call',
      supersedes: true,
    });
  });

  it('a call that is no stronger joins it, so that no ladder stands still behind a forgotten call', () => {
    const facts = caseOf(
      [
        invoice(1, '2026-11-02', { received: [...spoken, received('official-letter-call', '2026-11-04')] }),
        invoice(2, '2026-11-05', { received: [received('payment-demand', '2026-11-06', 'delivered')] }),
      ],
      {
        openCall: { step: 'official-letter-call' },
        lastContact: { on: day('2026-11-06'), position: 2, caseId: 1 },
      },
    );
    expect(decideA('join', facts, '2026-11-06 18:00')).toEqual({
      kind: 'join',
      step: 'official-letter-call',
      on: day('2026-11-06'),
      invoices: [1, 2],
      receives: [{ invoice: 2, step: 'pay-or-date-call' }],
      reason: 'ladder',
    });
  });

  it('a weaker call takes its place when what pitched it is paid', () => {
    const told = [...spoken, received('official-letter-call', '2026-11-04')];
    const rest = invoice(2, '2026-11-05', {
      received: [received('payment-demand', '2026-11-06', 'delivered')],
    });
    const open = { openCall: { step: 'official-letter-call' } };
    const both = caseOf([invoice(1, '2026-11-02', { received: told }), rest], open);
    expect(decide(both, '2026-11-06 10:00').kind).toBe('join');
    const paid = caseOf([invoice(1, '2026-11-02', { received: told, open: 0n }), rest], open);
    expect(decideA('call', paid, '2026-11-06 10:00')).toMatchObject({
      step: 'pay-or-date-call',
      supersedes: true,
    });
  });

  it('is the same call for an invoice whose way up the ladder is another', () => {
    const demanded = [received('payment-demand', '2026-11-06', 'delivered')];
    const small = invoice(2, '2026-11-05', { open: 20_000n, received: demanded });
    const facts = caseOf([small], { openCall: { step: 'pay-or-date-call' } });
    expect(decideA('join', facts, '2026-11-06 18:00').step).toBe('pay-or-date-call');
  });

  it('nothing joins it on a closed day', () => {
    const facts = caseOf(
      [invoice(1, '2026-11-05', { received: [received('payment-demand', '2026-11-06', 'delivered')] })],
      {
        openCall: { step: 'pay-or-date-call' },
      },
    );
    expect(decide(facts, '2026-11-07 10:00')).toMatchObject({ kind: 'rest', until: at('2026-11-09') });
  });
});

describe('an agreed call-back', () => {
  const facts = caseOf([invoice(1, '2026-11-02', { received: spoken })]);

  it('absorbs the ladder’s call until its day', () => {
    const agreed = { ...facts, callBack: { agreedOn: day('2026-11-03'), on: day('2026-11-05') } };
    expect(decide(agreed, '2026-11-04 09:00')).toMatchObject({
      kind: 'rest',
      because: 'call back is agreed',
      until: at('2026-11-05'),
    });
    expect(decide(agreed, '2026-11-05 00:00').kind).toBe('call');
  });

  it('absorbs it for two business days at most', () => {
    const agreed = { ...facts, callBack: { agreedOn: day('2026-11-03'), on: day('2026-11-30') } };
    expect(decide(agreed, '2026-11-05 00:00').kind).toBe('call');
  });

  it('that was made is the call of its day: the ladder’s stronger one waits for the next', () => {
    const made = { ...facts, calledBack: { on: day('2026-11-04'), position: 3 } };
    expect(decide(made, '2026-11-04 11:00')).toMatchObject({
      kind: 'rest',
      because: 'minimum gap',
      until: at('2026-11-05'),
      next: { step: 'official-letter-call', at: at('2026-11-05 10:00') },
    });
    expect(decideA('call', made, '2026-11-05 00:00').step).toBe('official-letter-call');
  });

  it('that was made begins the gap for calls that are no stronger than what came before it', () => {
    const made = caseOf([invoice(1, '2026-11-04')], { calledBack: { on: day('2026-11-03'), position: 3 } });
    expect(decide(made, '2026-11-04 00:00')).toMatchObject({
      because: 'minimum gap',
      until: at('2026-11-05'),
    });
    const first = caseOf([invoice(1, '2026-11-04')], { calledBack: { on: day('2026-11-03'), position: -1 } });
    expect(decideA('call', first, '2026-11-04 00:00').step).toBe('due-day-call');
  });

  it('that was made delays no letter', () => {
    const made = caseOf([invoice(1, '2026-11-02')], { calledBack: { on: day('2026-11-03'), position: 3 } });
    expect(decide(made, '2026-11-03 09:00').kind).toBe('letter');
  });

  it('delays no letter', () => {
    const agreed = caseOf([invoice(1, '2026-11-02')], {
      callBack: { agreedOn: day('2026-11-03'), on: day('2026-11-05') },
    });
    expect(decide(agreed, '2026-11-03 09:00').kind).toBe('letter');
  });
});
