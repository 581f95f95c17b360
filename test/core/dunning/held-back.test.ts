import { describe, expect, it } from 'vitest';
import { at, caseOf, day, decide, invoice } from './stage.ts';

const held = caseOf([invoice(1, '2026-11-02')], { lettersHeldUntil: day('2026-11-05') });

describe('letters that somebody holds back', () => {
  it('wait until the day, and the case says what comes then', () => {
    expect(decide(held, '2026-11-03 10:00')).toMatchObject({
      kind: 'rest',
      because: 'letters are held back',
      next: { step: 'payment-demand', at: at('2026-11-05 08:00') },
    });
  });

  it('go on the day itself', () => {
    expect(decide(held, '2026-11-05 10:00')).toMatchObject({ kind: 'letter', how: 'send' });
  });

  it('do not go when somebody raises the case meanwhile', () => {
    expect(decide({ ...held, raisedTo: 'payment-demand' }, '2026-11-03 10:00')).toMatchObject({
      because: 'letters are held back',
    });
  });
});
