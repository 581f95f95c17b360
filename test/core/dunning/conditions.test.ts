import { describe, expect, it } from 'vitest';
import type { Payer } from '../../../src/core/dunning/condition.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { readLadder } from '../../../src/core/dunning/read-ladder.ts';
import { presets, standardLadder } from '../../../src/ladders/presets.ts';
import { at, caseOf, day, decide, decideA, invoice, received } from './stage.ts';

const services = presets.get('services');
if (services === undefined) throw new Error('services ships');

const payer = (changes: Partial<Payer>): Payer => ({ ...caseOf([]).payer, ...changes });

const morning = '2026-10-28 09:30';

describe('a step that is taken instead of another', () => {
  const due = '2026-11-02';

  it('is taken by those its conditions name, and the other by everybody else', () => {
    expect(decideA('call', caseOf([invoice(1, due)]), morning).step).toBe('friendly-call');
    expect(decideA('letter', caseOf([invoice(1, due, { open: 24_999n })]), morning)).toMatchObject({
      step: 'friendly-mail',
      letter: 'reminder',
      receives: [{ invoice: 1, step: 'friendly-mail' }],
    });
    const punctual = caseOf([invoice(1, due)], { payer: payer({ punctual: true }) });
    expect(decideA('letter', punctual, morning).step).toBe('friendly-mail');
  });

  it('is a call again where no mail arrives', () => {
    const facts = caseOf([invoice(1, due, { open: 20_000n })], { hasMailAddress: false });
    expect(decideA('call', facts, morning).step).toBe('friendly-call');
  });

  it.each(['friendly-call', 'friendly-mail'])(
    'is not taken after %s: who received one received both',
    (step) => {
      const had = (open: bigint): CaseFacts =>
        caseOf([invoice(1, due, { open, received: [received(step, '2026-10-28', 'done')] })]);
      for (const open of [20_000n, 100_000n])
        expect(decide(had(open), '2026-10-29 09:30')).toMatchObject({
          kind: 'rest',
          next: { step: 'due-day-call' },
        });
    },
  );

  it('speaks of one invoice by mail, and of the other by call when the gap after it is over', () => {
    const facts = caseOf([invoice(1, due, { open: 20_000n }), invoice(2, due)]);
    expect(decideA('letter', facts, morning).invoices).toEqual([1]);
    const mailed = caseOf(
      [
        invoice(1, due, { open: 20_000n, received: [received('friendly-mail', '2026-10-28', 'delivered')] }),
        invoice(2, due),
      ],
      { lastContact: { on: day('2026-10-28'), position: 0, caseId: 1 } },
    );
    expect(decide(mailed, morning)).toMatchObject({ kind: 'rest', because: 'minimum gap' });
    expect(decideA('call', mailed, '2026-10-30 09:00').receives).toEqual([
      { invoice: 2, step: 'friendly-call' },
    ]);
  });

  it('is not in a demand for others, and not sent after it: nothing is demanded before its day', () => {
    const facts = caseOf([invoice(1, '2026-10-27'), invoice(2, due, { open: 20_000n })]);
    expect(decideA('letter', facts, morning)).toMatchObject({
      letter: 'payment demand',
      invoices: [1],
      receives: [{ invoice: 1, step: 'payment-demand' }],
    });
  });

  it('is the call when the mail came back and there is no other address', () => {
    const back = [received('friendly-mail', '2026-10-28', 'failed')];
    const facts = caseOf([invoice(1, due, { open: 20_000n, received: back })]);
    expect(decideA('letter', facts, '2026-10-29 09:00').step).toBe('friendly-mail');
    expect(decideA('call', { ...facts, hasMailAddress: false }, '2026-10-29 09:00').step).toBe(
      'friendly-call',
    );
  });

  it('is withheld in shadow mode, and owed when that ends before the due day', () => {
    const facts = caseOf([invoice(1, due, { open: 20_000n })], { shadow: true });
    expect(decideA('letter', facts, morning)).toMatchObject({ step: 'friendly-mail', how: 'withhold' });
    const withheld = [received('friendly-mail', '2026-10-28', 'withheld')];
    const out = caseOf([invoice(1, due, { open: 20_000n, received: withheld })]);
    expect(decideA('letter', out, '2026-10-29 09:00').step).toBe('friendly-mail');
  });

  it.each([
    ['EUR', 24_999n, 25_000n],
    ['JPY', 249n, 250n],
  ])('counts whole units of the currency: %s', (currency, small, large) => {
    const owing = (open: bigint): CaseFacts => caseOf([invoice(1, due, { open })], { currency, floor: 1n });
    expect(decideA('letter', owing(small), morning).step).toBe('friendly-mail');
    expect(decideA('call', owing(large), morning).step).toBe('friendly-call');
  });
});

describe('a step whose conditions do not hold', () => {
  it('lets what follows it count from what it counts from', () => {
    const withoutCall = readLadder({
      ...standardLadder,
      steps: standardLadder.steps.map((step) =>
        step.key === 'pay-or-date-call' ? { ...step, unless: { payerType: 'public body' } } : step,
      ),
    });
    const demanded = [received('payment-demand', '2026-11-03', 'delivered')];
    const facts = caseOf([invoice(1, '2026-11-02', { received: demanded })], {
      payer: payer({ payerType: 'public body' }),
    });
    expect(decideA('call', facts, '2026-11-04 10:00', withoutCall).step).toBe('official-letter-call');
  });

  it('is a hold, for whoever is exempt', () => {
    const warned = [
      received('payment-demand', '2026-11-03', 'delivered'),
      received('final-notice', '2026-11-10', 'delivered'),
    ];
    const facts = (tags: readonly string[]): CaseFacts =>
      caseOf([invoice(1, '2026-10-20', { received: warned })], { payer: payer({ tags }) });
    expect(decideA('hold', facts([]), '2026-11-16 10:00', services)).toMatchObject({
      hold: 'service',
      warnings: [
        { step: 'payment-demand', on: '2026-11-03' },
        { step: 'final-notice', on: '2026-11-10' },
      ],
    });
    expect(decideA('claim', facts(['exempt']), '2026-11-20 10:00', services).step).toBe('formal-claim');
  });
});

describe('a customer without an accountant', () => {
  it('is left in peace for two weeks; the others are asked after three business days', () => {
    const facts = (contactRoles: Payer['contactRoles']): CaseFacts =>
      caseOf([invoice(1, '2026-11-02')], { payer: payer({ contactRoles }) });
    expect(decideA('call', facts(['accounts payable']), '2026-11-05 09:00', services).step).toBe(
      'ask-accounts',
    );
    expect(decide(facts(['decider']), '2026-11-05 09:00', services)).toMatchObject({
      kind: 'rest',
      next: { step: 'first-question', at: at('2026-11-16 09:00') },
    });
  });
});
