import { expect, it } from 'vitest';
import { at, caseOf, day, decide, invoice, received } from './stage.ts';

const told = [
  received('payment-demand', '2026-11-03', 'delivered'),
  received('pay-or-date-call', '2026-11-03'),
  received('official-letter-call', '2026-11-04'),
];

it('says what comes next and when: the step of the first day, the strongest if there are several', () => {
  const facts = caseOf([
    invoice(1, '2026-11-02', { received: told }),
    invoice(2, '2026-11-09'),
    invoice(3, '2026-11-30'),
  ]);
  expect(decide(facts, '2026-11-06 12:00')).toEqual({
    kind: 'rest',
    because: 'between steps',
    until: at('2026-11-09'),
    next: { step: 'formal-claim', at: at('2026-11-09 10:00') },
  });
});

it('announces a weaker step for the day after the gap, but looks when it is earned', () => {
  const facts = caseOf([invoice(1, '2026-11-04')], {
    lastContact: { on: day('2026-11-04'), position: 4, caseId: 2 },
  });
  expect(decide(facts, '2026-11-04 18:00')).toMatchObject({
    because: 'minimum gap',
    until: at('2026-11-05'),
    next: { step: 'payment-demand', at: at('2026-11-06 08:00') },
  });
});

it('gives up an open call when what it was about is paid, though another invoice is not due yet', () => {
  const open = { openCall: { step: 'pay-or-date-call' } };
  expect(decide(caseOf([invoice(2, '2026-12-01')], open), '2026-11-04 12:00')).toMatchObject({
    because: 'not due yet',
    callLostSubject: true,
  });
  const called = invoice(1, '2026-11-02', { received: told.slice(0, 2) });
  expect(decide(caseOf([called, invoice(2, '2026-12-01')], open), '2026-11-03 12:00')).not.toHaveProperty(
    'callLostSubject',
  );
});

it('says that a promise holds an overdue invoice, though another one is not due yet', () => {
  const facts = caseOf([invoice(1, '2026-10-01', { promised: 100_000n }), invoice(2, '2026-12-01')]);
  expect(decide(facts, '2026-11-04 12:00')).toMatchObject({
    because: 'promised',
    next: { step: 'friendly-call' },
  });
});

it('looks again for a demand that is still to come, though a call was raised above it', () => {
  const facts = caseOf([
    invoice(1, '2026-11-06', { received: [received('official-letter-call', '2026-11-09')] }),
  ]);
  expect(decide(facts, '2026-11-07 12:00')).toMatchObject({ kind: 'rest', until: at('2026-11-09') });
  expect(decide(facts, '2026-11-09 12:00').kind).toBe('letter');
});

it('ends with the hand-over', () => {
  const all = [
    ...told,
    received('formal-claim', '2026-11-09', 'delivered'),
    received('legal-handover', '2026-11-23'),
  ];
  expect(decide(caseOf([invoice(1, '2026-11-02', { received: all })]), '2027-01-04 12:00')).toEqual({
    kind: 'rest',
    because: 'ladder ended',
  });
});
