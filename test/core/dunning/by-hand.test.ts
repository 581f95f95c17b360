import { describe, expect, it } from 'vitest';
import { letterByHand } from '../../../src/core/dunning/by-hand.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { standardLadder } from '../../../src/ladders/presets.ts';
import { at, caseOf, day, invoice } from './stage.ts';

const demand = (facts: CaseFacts, now: string) =>
  letterByHand(standardLadder, facts, at(now), 'payment demand');
const reminder = (facts: CaseFacts, now: string) => letterByHand(standardLadder, facts, at(now), 'reminder');
const overdue = (changes: Partial<CaseFacts> = {}): CaseFacts =>
  caseOf([invoice(1, '2026-11-02'), invoice(2, '2026-11-09')], changes);

describe('a demand by hand', () => {
  it('names what is overdue, which then has its demand', () => {
    expect(demand(overdue(), '2026-11-03 10:00')).toMatchObject({
      kind: 'letter',
      step: 'payment-demand',
      invoices: [1],
      receives: [{ invoice: 1, step: 'payment-demand' }],
      how: 'send',
    });
  });

  it('keeps the customer’s hours', () => {
    expect(demand(overdue(), '2026-11-03 19:00')).toMatchObject({
      because: 'outside hours',
      at: at('2026-11-04 08:00'),
    });
  });

  it('leaves them in peace for the minimum gap', () => {
    const lastContact = { on: day('2026-11-03'), position: 4, caseId: 1 };
    expect(demand(overdue({ lastContact }), '2026-11-04 10:00')).toMatchObject({
      because: 'minimum gap',
      at: at('2026-11-05 00:00'),
    });
  });

  it.each([
    ['shadow mode', { shadow: true }],
    ['no mail address', { hasMailAddress: false }],
    ['letter is under way', { letterUnderway: true }],
    ['stopped', { stopped: true }],
    ['ledger is stale', { ledgerCovers: day('2026-10-20') }],
    ['letters are held back', { lettersHeldUntil: day('2026-11-05') }],
  ] as const)('says that it may not go: %s', (because, changes) => {
    expect(demand(overdue(changes), '2026-11-03 10:00')).toMatchObject({ kind: 'blocked', because });
  });
});

describe('a reminder by hand', () => {
  it('speaks of what falls due within two weeks, and of nothing that is overdue', () => {
    expect(reminder(overdue(), '2026-11-03 10:00')).toMatchObject({ invoices: [2], receives: [] });
    expect(reminder(overdue(), '2026-11-12 10:00')).toMatchObject({ because: 'nothing falls due soon' });
  });

  it('does not follow a demand', () => {
    expect(reminder(overdue({ customerPosition: 2 }), '2026-11-03 10:00')).toMatchObject({
      because: 'demanded already',
    });
  });
});
