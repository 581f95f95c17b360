import { describe, expect, it } from 'vitest';
import { caseOf, day, decide, decideA, invoice, received, settle, at } from './stage.ts';

const demanded = [received('payment-demand', '2026-11-03', 'delivered')];
const spoken = [...demanded, received('pay-or-date-call', '2026-11-03')];

describe('one contact for all', () => {
  it('names all ten overdue invoices in one letter and one call', () => {
    const ten = Array.from({ length: 10 }, (_, n) => invoice(n + 1, n < 5 ? '2026-10-12' : '2026-11-02'));
    const { did } = settle(caseOf(ten), at('2026-11-03 09:00'));
    expect(did.map(({ decision }) => decision.step)).toEqual(['payment-demand', 'pay-or-date-call']);
    expect(did.map(({ decision }) => decision.invoices.length)).toEqual([10, 10]);
    expect(did.map(({ decision }) => decision.receives.length)).toEqual([10, 10]);
  });

  it('is pitched by the highest step that an invoice earned, and each receives its own', () => {
    const facts = caseOf([
      invoice(1, '2026-11-02', { received: spoken }),
      invoice(2, '2026-11-03', { received: [received('payment-demand', '2026-11-04', 'delivered')] }),
      invoice(3, '2026-11-04'),
    ]);
    const call = decideA('call', facts, '2026-11-04 09:00');
    expect(call.step).toBe('official-letter-call');
    expect(call.invoices).toEqual([1, 2, 3]);
    expect(call.receives).toEqual([
      { invoice: 1, step: 'official-letter-call' },
      { invoice: 2, step: 'pay-or-date-call' },
      { invoice: 3, step: 'due-day-call' },
    ]);
  });

  it('keeps its pitch when only a weaker step of another invoice is due', () => {
    const facts = caseOf([
      invoice(1, '2026-11-02', { received: [...spoken, received('official-letter-call', '2026-11-04')] }),
      invoice(2, '2026-11-06'),
    ]);
    const call = decideA('call', facts, '2026-11-06 09:00');
    expect(call.step).toBe('official-letter-call');
    expect(call.receives).toEqual([{ invoice: 2, step: 'due-day-call' }]);
  });

  it('falls back to what the rest earned when the pitching invoice is paid', () => {
    const rest = invoice(2, '2026-11-03', {
      received: [received('payment-demand', '2026-11-04', 'delivered')],
    });
    const both = caseOf([invoice(1, '2026-11-02', { received: spoken }), rest]);
    expect(decideA('call', both, '2026-11-04 10:00').step).toBe('official-letter-call');
    const paid = caseOf([invoice(1, '2026-11-02', { received: spoken, open: 0n }), rest]);
    expect(decideA('call', paid, '2026-11-04 10:00').step).toBe('pay-or-date-call');
  });

  it('is not made a matter for the court by a residual of €12 that is ninety days old', () => {
    const residual = invoice(1, '2026-08-03', {
      open: 12_00n,
      received: [...spoken, received('official-letter-call', '2026-08-06')].map((one) => ({
        ...one,
        on: day('2026-08-06'),
      })),
    });
    const fresh = invoice(2, '2026-11-02', { open: 40_000_00n });
    const letter = decideA('letter', caseOf([residual, fresh]), '2026-11-03 10:00');
    expect(letter).toMatchObject({ step: 'payment-demand', invoices: [1, 2] });
    expect(letter.receives).toEqual([{ invoice: 2, step: 'payment-demand' }]);
    const demandedToday = { ...fresh, received: demanded };
    expect(decideA('call', caseOf([residual, demandedToday]), '2026-11-03 10:00').step).toBe(
      'pay-or-date-call',
    );
    expect(decide(caseOf([residual]), '2026-11-03 10:00')).toEqual({
      kind: 'rest',
      because: 'below the floor',
    });
  });

  it('lets a residual ride along, so that it was demanded in writing as well', () => {
    const facts = caseOf([invoice(1, '2026-08-03', { open: 12_00n }), invoice(2, '2026-11-02')]);
    expect(decideA('letter', facts, '2026-11-03 10:00').receives).toHaveLength(2);
  });

  it('names what is not overdue only in calls that it earned itself', () => {
    const facts = caseOf([invoice(1, '2026-11-02'), invoice(2, '2026-11-05'), invoice(3, '2026-11-20')]);
    expect(decideA('call', facts, '2026-11-02 09:00')).toMatchObject({
      step: 'due-day-call',
      invoices: [1, 2],
      receives: [
        { invoice: 1, step: 'due-day-call' },
        { invoice: 2, step: 'friendly-call' },
      ],
    });
    expect(decideA('letter', facts, '2026-11-03 09:00').invoices).toEqual([1]);
  });
});

describe('a letter that is owed while the case is pitched higher', () => {
  const facts = caseOf([invoice(1, '2026-11-02', { received: spoken }), invoice(2, '2026-11-03')], {
    lastContact: { on: day('2026-11-03'), position: 3, sequence: 'demand', caseId: 1 },
  });

  it('goes first, as part of the contact, and does not lower the pitch', () => {
    expect(decide(facts, '2026-11-04 00:00')).toMatchObject({ kind: 'rest', until: at('2026-11-04 08:00') });
    const { did } = settle(facts, at('2026-11-04 08:00'));
    expect(did.map(({ decision }) => decision)).toMatchObject([
      {
        kind: 'letter',
        step: 'payment-demand',
        invoices: [1, 2],
        receives: [{ invoice: 2, step: 'payment-demand' }],
      },
      {
        kind: 'call',
        step: 'official-letter-call',
        invoices: [1, 2],
        receives: [
          { invoice: 1, step: 'official-letter-call' },
          { invoice: 2, step: 'pay-or-date-call' },
        ],
      },
    ]);
  });

  it('does not hold the call up when it cannot go', () => {
    const stale = { ...facts, ledgerCovers: day('2026-10-30') };
    expect(decideA('call', stale, '2026-11-04 00:00').step).toBe('official-letter-call');
  });
});
