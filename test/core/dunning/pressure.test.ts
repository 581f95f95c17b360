import { describe, expect, it } from 'vitest';
import { pressedAmounts, pressedOf } from '../../../src/core/dunning/pressure.ts';
import { at, caseOf, day, decide, decideA, invoice } from './stage.ts';

const today = day('2026-11-03');
const noon = '2026-11-03 12:00';

describe('what is pressed', () => {
  it('is what is open, less what is promised and disputed', () => {
    const one = invoice(1, '2026-11-02', { open: 12_400_00n, promised: 4_100_00n, disputed: 300_00n });
    expect(pressedAmounts(caseOf([one]), today)).toEqual([8_000_00n]);
    expect(pressedOf(caseOf([one, one]), at(noon))).toBe(16_000_00n);
  });

  it('is nothing of an excluded invoice', () => {
    expect(pressedAmounts(caseOf([invoice(1, '2026-11-02', { excluded: true })]), today)).toEqual([0n]);
  });

  it('rests the oldest amounts where money is advised or unallocated, until the day given', () => {
    const invoices = [invoice(1, '2026-11-02'), invoice(2, '2026-10-01'), invoice(3, '2026-10-15')];
    const facts = caseOf(invoices, {
      cover: [
        { amount: 120_000n, until: day('2026-11-05') },
        { amount: 50_000n, until: day('2026-11-04') },
      ],
    });
    expect(pressedAmounts(facts, day('2026-11-03'))).toEqual([100_000n, 0n, 30_000n]);
    expect(pressedAmounts(facts, day('2026-11-04'))).toEqual([100_000n, 0n, 80_000n]);
    expect(pressedAmounts(facts, day('2026-11-05'))).toEqual([100_000n, 100_000n, 100_000n]);
  });
});

describe('a case rests', () => {
  it.each([
    ['nothing open', { open: 0n }],
    ['excluded', { excluded: true }],
    ['promised', { promised: 100_000n }],
    ['disputed', { disputed: 97_000n }],
    ['below the floor', { open: 4_999n }],
  ] as const)('because of: %s', (because, changes) => {
    expect(decide(caseOf([invoice(1, '2026-11-02', changes)]), noon)).toEqual({ kind: 'rest', because });
  });

  it('while the whole amount is covered, and looks again when the cover lapses', () => {
    const facts = caseOf([invoice(1, '2026-11-02')], {
      cover: [{ amount: 100_000n, until: day('2026-11-06') }],
    });
    expect(decide(facts, noon)).toEqual({ kind: 'rest', because: 'covered', until: at('2026-11-06') });
    expect(decide(facts, '2026-11-06 12:00').kind).toBe('letter');
  });

  it('only for the promised amount: the rest of the invoice is pressed', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { promised: 60_000n })]);
    expect(decideA('letter', facts, noon).invoices).toEqual([1]);
  });

  it('only for the disputed amount', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { disputed: 60_000n })]);
    expect(decideA('letter', facts, noon).invoices).toEqual([1]);
  });

  it('until its pause ends, by itself', () => {
    const facts = caseOf([invoice(1, '2026-11-02')], { pausedUntil: day('2026-11-05') });
    expect(decide(facts, noon)).toEqual({ kind: 'rest', because: 'paused', until: at('2026-11-05') });
    expect(decide(facts, '2026-11-05 09:00').kind).toBe('letter');
  });

  it('for good once it is stopped', () => {
    const facts = caseOf([invoice(1, '2026-11-02')], { stopped: true, raisedTo: 'official-letter-call' });
    expect(decide(facts, noon)).toEqual({ kind: 'rest', because: 'stopped' });
  });

  it('while a mail is on its way, whatever else is due', () => {
    const facts = caseOf([invoice(1, '2026-11-02')], { letterUnderway: true });
    expect(decide(facts, noon)).toEqual({ kind: 'rest', because: 'letter is under way' });
  });
});
