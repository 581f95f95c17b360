import { describe, expect, it } from 'vitest';
import { at, caseOf, decide, decideA, invoice, received } from './stage.ts';

const demanded = caseOf([
  invoice(1, '2026-11-02', { received: [received('payment-demand', '2026-11-03', 'delivered')] }),
]);

describe('a call', () => {
  it('opens with the customer’s day, due when its hours begin', () => {
    expect(decideA('call', demanded, '2026-11-03 00:00')).toMatchObject({
      on: '2026-11-03',
      due: at('2026-11-03 10:00'),
      deadline: at('2026-11-03 16:00'),
    });
  });

  it('is due at once when its hours have begun', () => {
    expect(decideA('call', demanded, '2026-11-03 14:20').due).toEqual(at('2026-11-03 14:20'));
  });

  it('waits for the next open day when less than an hour is left', () => {
    expect(decideA('call', demanded, '2026-11-03 15:00').deadline).toEqual(at('2026-11-03 16:00'));
    expect(decide(demanded, '2026-11-03 15:01')).toEqual({
      kind: 'rest',
      because: 'outside hours',
      until: at('2026-11-04'),
      next: { step: 'pay-or-date-call', at: at('2026-11-04 10:00') },
    });
  });

  it('opens on no closed day of the customer’s region', () => {
    const bavaria = { country: 'DE', region: 'BY', zone: 'Europe/Berlin' };
    const due = (calendar: typeof bavaria) => caseOf([invoice(1, '2026-01-07', {}, calendar)], { calendar });
    expect(decide(due(bavaria), '2026-01-06 09:00').kind).toBe('rest');
    expect(decide(due({ ...bavaria, region: 'HH' }), '2026-01-06 09:00').kind).toBe('call');
  });

  it('follows the customer’s clock, not ours', () => {
    const calendar = { country: 'US', zone: 'America/Los_Angeles' };
    const facts = caseOf([invoice(1, '2026-11-02', {}, calendar)], { calendar });
    const call = decideA('call', facts, '2026-11-02 00:00');
    expect(call.due.toISOString()).toBe('2026-11-02T20:00:00.000Z');
  });

  it('keeps its hours when the clocks change', () => {
    const facts = caseOf([invoice(1, '2026-03-27')]);
    expect(decideA('letter', facts, '2026-03-30 08:00').on).toBe('2026-03-30');
    expect(decide(facts, '2026-03-30 07:59')).toMatchObject({ until: at('2026-03-30 08:00') });
  });
});

describe('a letter', () => {
  const overdue = caseOf([invoice(1, '2026-11-02')]);

  it('goes inside its hours only', () => {
    expect(decide(overdue, '2026-11-03 07:59')).toMatchObject({
      kind: 'rest',
      because: 'outside hours',
      until: at('2026-11-03 08:00'),
    });
    expect(decide(overdue, '2026-11-03 08:00').kind).toBe('letter');
    expect(decide(overdue, '2026-11-03 16:59').kind).toBe('letter');
    expect(decide(overdue, '2026-11-03 17:00')).toMatchObject({ kind: 'rest', until: at('2026-11-04') });
  });

  it('waits over the weekend', () => {
    const friday = caseOf([invoice(1, '2026-11-05')]);
    expect(decide(friday, '2026-11-07 10:00')).toMatchObject({
      kind: 'rest',
      until: at('2026-11-09'),
      next: { step: 'payment-demand', at: at('2026-11-09 08:00') },
    });
  });
});
