import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { at, caseOf, day, decide, decideA, invoice, received, settle } from './stage.ts';

const demanded = [received('payment-demand', '2026-11-03', 'delivered')];
const spoken = [...demanded, received('pay-or-date-call', '2026-11-03')];

function raised(
  to: string,
  changes: Partial<CaseFacts> = {},
  invoices = [invoice(1, '2026-11-02', { received: spoken })],
) {
  return caseOf(invoices, {
    raisedTo: to,
    lastContact: { on: day('2026-11-03'), position: 4, caseId: 2 },
    ...changes,
  });
}

describe('a case raised by hand', () => {
  it('opens the call at once, whatever the gap, for the step’s next hours', () => {
    expect(decideA('call', raised('official-letter-call'), '2026-11-03 18:00')).toEqual({
      kind: 'call',
      step: 'official-letter-call',
      on: day('2026-11-04'),
      invoices: [1],
      receives: [{ invoice: 1, step: 'official-letter-call' }],
      reason: 'raised',
      due: at('2026-11-04 10:00'),
      deadline: at('2026-11-04 16:00'),
      who: 'owner',
      audience: { to: ['accounts payable'], copy: [] },
      supersedes: false,
    });
  });

  it('is raised once, even if the raise is not forgotten', () => {
    const { did, rest } = settle(raised('official-letter-call'), at('2026-11-03 12:00'));
    expect(did).toHaveLength(1);
    expect(rest.kind).toBe('rest');
  });

  it('sends the letter in its hours and without waiting for its day', () => {
    const early = raised('payment-demand', {}, [invoice(1, '2026-11-05')]);
    expect(decide(early, '2026-11-07 12:00')).toMatchObject({ kind: 'rest', until: at('2026-11-09') });
    expect(decideA('letter', early, '2026-11-09 08:00').receives).toEqual([
      { invoice: 1, step: 'payment-demand' },
    ]);
  });

  it('holds the letter back while data are stale', () => {
    const stale = { ledgerCovers: day('2026-11-05') };
    const early = raised('payment-demand', stale, [invoice(1, '2026-11-05')]);
    expect(decide(early, '2026-11-09 08:00')).toMatchObject({ kind: 'rest', because: 'ledger is stale' });
  });

  it('is not overtaken by a weaker contact while it waits for its hours', () => {
    const small = invoice(1, '2026-11-05', { open: 4_000n });
    const facts = raised('payment-demand', {}, [small, invoice(2, '2026-11-09')]);
    expect(decide(facts, '2026-11-09 00:00')).toMatchObject({ kind: 'rest', because: 'outside hours' });
    expect(decideA('letter', facts, '2026-11-09 08:00').invoices).toEqual([1]);
  });

  it('asks for a claim only over a delivered demand', () => {
    expect(decideA('claim', raised('formal-claim'), '2026-11-03 20:00').invoices).toEqual([1]);
    const withheld = [received('payment-demand', '2026-11-03', 'withheld')];
    const shadowed = raised('formal-claim', { shadow: true }, [
      invoice(1, '2026-11-02', { received: withheld }),
    ]);
    expect(decide(shadowed, '2026-11-03 20:00').kind).not.toBe('claim');
  });

  it('still waits for approval and for fresh data', () => {
    const refused = { step: 'formal-claim', status: 'refused', reviewOn: day('2026-12-01') } as const;
    expect(decide(raised('formal-claim', { approvals: [refused] }), '2026-11-03 09:00').kind).not.toBe(
      'claim',
    );
    expect(
      decide(raised('formal-claim', { ledgerCovers: day('2026-10-01') }), '2026-11-03 09:00').kind,
    ).not.toBe('claim');
  });

  it('presses nothing that is not overdue, and looks again when it is', () => {
    const coming = caseOf([invoice(1, '2026-11-06')], {
      raisedTo: 'official-letter-call',
      customerPosition: 3,
    });
    expect(decide(coming, '2026-11-04 12:00')).toMatchObject({ kind: 'rest', until: at('2026-11-06') });
    expect(decide({ ...coming, openCall: { step: 'due-day-call' } }, '2026-11-07 00:00').kind).toBe('call');
  });

  it('cannot be raised to the hand-over: the claim set a deadline', () => {
    expect(decide(raised('legal-handover'), '2026-11-03 12:00').kind).toBe('rest');
  });

  it('goes its way when its ladder has no such step', () => {
    expect(decide(raised('no-such-step'), '2026-11-04 12:00')).toEqual(
      decide(raised('no-such-step', {}), '2026-11-04 12:00'),
    );
    expect(
      decide(
        raised('no-such-step', { lastContact: { on: day('2026-11-03'), position: 3, caseId: 1 } }),
        '2026-11-04 12:00',
      ).kind,
    ).toBe('call');
  });
});
