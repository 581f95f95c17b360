import { describe, expect, it } from 'vitest';
import type { Payer } from '../../../src/core/dunning/condition.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { readLadder } from '../../../src/core/dunning/read-ladder.ts';
import { presets, standardLadder } from '../../../src/ladders/presets.ts';
import { at, caseOf, decide, decideA, invoice, received } from './stage.ts';

const [friendlyCall] = standardLadder.steps;

/** The standard ladder with a mail in place of its first call for small sums and for punctual payers. */
const withMail: Ladder = readLadder({
  ...standardLadder,
  steps: [
    friendlyCall,
    {
      ...friendlyCall,
      key: 'friendly-mail',
      kind: 'letter',
      letter: 'reminder',
      who: 'bot',
      deadline: undefined,
      missed: undefined,
      insteadOf: 'friendly-call',
      when: [{ amountBelow: 500 }, { history: 'punctual' }],
    },
    ...standardLadder.steps.slice(1),
  ].map((step) => Object.fromEntries(Object.entries(step ?? {}).filter(([, value]) => value !== undefined))),
});

const services = presets.get('services');
if (services === undefined) throw new Error('services ships');

const payer = (changes: Partial<Payer>): Payer => ({ ...caseOf([]).payer, ...changes });

const morning = '2026-10-28 09:30';

describe('a step that is taken instead of another', () => {
  const due = '2026-11-02';

  it('is taken by those its conditions name, and the other by everybody else', () => {
    expect(decideA('call', caseOf([invoice(1, due)]), morning, withMail).step).toBe('friendly-call');
    expect(decideA('letter', caseOf([invoice(1, due, { open: 49_999n })]), morning, withMail)).toMatchObject({
      step: 'friendly-mail',
      letter: 'reminder',
      receives: [{ invoice: 1, step: 'friendly-mail' }],
    });
    const punctual = caseOf([invoice(1, due)], { payer: payer({ punctual: true }) });
    expect(decideA('letter', punctual, morning, withMail).step).toBe('friendly-mail');
  });

  it('is a call again where no mail arrives', () => {
    const facts = caseOf([invoice(1, due, { open: 40_000n })], { hasMailAddress: false });
    expect(decideA('call', facts, morning, withMail).step).toBe('friendly-call');
  });

  it.each(['friendly-call', 'friendly-mail'])(
    'is not taken after %s: who received one received both',
    (step) => {
      const had = (open: bigint): CaseFacts =>
        caseOf([invoice(1, due, { open, received: [received(step, '2026-10-28', 'done')] })]);
      for (const open of [40_000n, 100_000n])
        expect(decide(had(open), '2026-10-29 09:30', withMail)).toMatchObject({
          kind: 'rest',
          next: { step: 'due-day-call' },
        });
    },
  );

  it('speaks of one invoice by mail and of the other by call, and that is one contact', () => {
    const facts = caseOf([invoice(1, due, { open: 40_000n }), invoice(2, due)]);
    expect(decideA('letter', facts, morning, withMail).invoices).toEqual([1]);
    const mailed = caseOf([
      invoice(1, due, { open: 40_000n, received: [received('friendly-mail', '2026-10-28', 'delivered')] }),
      invoice(2, due),
    ]);
    expect(decideA('call', mailed, morning, withMail).receives).toEqual([
      { invoice: 2, step: 'friendly-call' },
    ]);
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
