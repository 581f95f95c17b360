import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { at, caseOf, day, decide, decideA, invoice, received, settle } from './stage.ts';

const overdue = (changes: Partial<CaseFacts>): CaseFacts => caseOf([invoice(1, '2026-11-02')], changes);

describe('stale ledger', () => {
  it('holds letters back until data arrive, and no longer than one business day after the last', () => {
    expect(decide(overdue({ ledgerCovers: day('2026-11-02') }), '2026-11-03 10:00').kind).toBe('letter');
    expect(decide(overdue({ ledgerCovers: day('2026-11-01') }), '2026-11-03 10:00')).toEqual({
      kind: 'rest',
      because: 'ledger is stale',
    });
  });

  it('asks nobody kindly about a coming invoice whose others wait for their letter', () => {
    const facts = caseOf([invoice(1, '2026-10-01'), invoice(2, '2026-11-10')], {
      ledgerCovers: day('2026-10-30'),
    });
    expect(decide(facts, '2026-11-05 10:00')).toMatchObject({ kind: 'rest', because: 'ledger is stale' });
    const alone = caseOf([invoice(2, '2026-11-10')], { ledgerCovers: day('2026-10-30') });
    expect(decide(alone, '2026-11-05 10:00')).toMatchObject({ kind: 'call', step: 'friendly-call' });
  });

  it('takes Friday’s data for fresh on Monday and for stale on Tuesday', () => {
    const friday = { ledgerCovers: day('2026-11-06') };
    expect(decide(overdue(friday), '2026-11-09 10:00').kind).toBe('letter');
    expect(decide(overdue(friday), '2026-11-10 10:00')).toMatchObject({ because: 'ledger is stale' });
  });

  it('holds everything in writing back before the first import', () => {
    const { ledgerCovers: _, ...unknown } = overdue({});
    expect(decide(unknown, '2026-11-03 10:00')).toMatchObject({ because: 'ledger is stale' });
  });

  it('lets calls go on', () => {
    const facts = overdue({ ledgerCovers: day('2026-10-01') });
    expect(decide(facts, '2026-11-02 09:00').kind).toBe('call');
  });
});

describe('shadow mode', () => {
  it('withholds the letter and lets the calls go on', () => {
    const { did } = settle(overdue({ shadow: true }), at('2026-11-03 09:00'));
    expect(did).toMatchObject([
      { decision: { kind: 'letter', how: 'withhold' } },
      { decision: { kind: 'call', step: 'pay-or-date-call' } },
    ]);
  });

  it('sends the letter once it ends, and the claim waits for that letter', () => {
    const { facts } = settle(
      settle(overdue({ shadow: true }), at('2026-11-03 09:00')).facts,
      at('2026-11-04 09:00'),
    );
    expect(decide(facts, '2026-11-20 10:00')).toMatchObject({ kind: 'rest' });
    const lit = settle({ ...facts, shadow: false }, at('2026-11-20 10:00'));
    expect(lit.did).toMatchObject([{ decision: { kind: 'letter', step: 'payment-demand', how: 'send' } }]);
    expect(lit.rest.next).toEqual({ step: 'formal-claim', at: at('2026-11-26 10:00') });
  });
});

describe('no address', () => {
  it('makes the letter impossible, and the calls go on', () => {
    const { did, rest } = settle(overdue({ hasMailAddress: false }), at('2026-11-03 09:00'));
    expect(did).toMatchObject([
      { decision: { kind: 'letter', how: 'impossible' } },
      { decision: { kind: 'call', step: 'pay-or-date-call' } },
    ]);
    expect(rest.because).toBe('call is open');
  });

  it('owes the letter again, once, when there is an address', () => {
    const { facts } = settle(overdue({ hasMailAddress: false }), at('2026-11-03 09:00'));
    const { did } = settle({ ...facts, hasMailAddress: true }, at('2026-11-05 09:00'));
    const letters = did.filter(({ decision }) => decision.kind === 'letter');
    expect(letters).toMatchObject([{ decision: { how: 'send', invoices: [1] } }]);
  });
});

describe('a letter that failed', () => {
  const failed = caseOf([
    invoice(1, '2026-11-02', { received: [received('payment-demand', '2026-11-03', 'failed')] }),
  ]);

  it('is tried again on the next open day, and the call waits for it', () => {
    expect(decide(failed, '2026-11-03 12:00')).toMatchObject({
      kind: 'rest',
      until: at('2026-11-04'),
      next: { step: 'payment-demand', at: at('2026-11-04 08:00') },
    });
    expect(decideA('letter', failed, '2026-11-04 08:00').how).toBe('send');
  });

  it('is tried again though calls were made meanwhile', () => {
    const called = caseOf([
      invoice(1, '2026-11-02', {
        received: [
          received('payment-demand', '2026-11-10', 'failed'),
          received('pay-or-date-call', '2026-11-03'),
          received('official-letter-call', '2026-11-04'),
        ],
      }),
    ]);
    expect(decide(called, '2026-11-10 12:00')).toMatchObject({ until: at('2026-11-11') });
    expect(decideA('letter', called, '2026-11-11 08:00').step).toBe('payment-demand');
  });
});
