import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/core/dunning/ladder.ts';
import { readLadder } from '../../../src/core/dunning/read-ladder.ts';
import { at, caseOf, decide, decideA, invoice, received } from './stage.ts';

const hours = { from: '09:00', to: '17:00' };

function step(key: string, kind: Step['kind'], anchor: Step['anchor'], businessDays: number): unknown {
  const letter = kind === 'letter' ? { letter: 'payment demand' } : {};
  return { key, label: key, kind, anchor, offset: { businessDays }, window: hours, ...letter };
}

/** Two letters before anybody is called, as with subscriptions. */
const soft = readLadder({
  name: 'soft',
  version: 1,
  minimumGapBusinessDays: 2,
  steps: [
    step('note', 'call', 'due', -3),
    step('reminder', 'letter', 'due', 5),
    step('second-reminder', 'letter', { after: 'reminder' }, 10),
    step('call', 'call', { after: 'second-reminder' }, 3),
    step('claim', 'claim', { after: 'call' }, 3),
    step('court', 'handover', { after: 'claim' }, 10),
  ],
});

describe('on a ladder with several letters', () => {
  it('a letter follows only a letter that arrived', () => {
    const reminded = (how: 'delivered' | 'withheld') =>
      caseOf([invoice(1, '2026-11-02', { received: [received('reminder', '2026-11-09', how)] })], {
        shadow: how === 'withheld',
      });
    expect(decideA('letter', reminded('delivered'), '2026-11-23 10:00', soft).step).toBe('second-reminder');
    expect(decide(reminded('withheld'), '2026-11-23 10:00', soft).kind).toBe('rest');
  });

  it('a claim follows only when every letter before it arrived', () => {
    const facts = caseOf(
      [
        invoice(1, '2026-10-01', {
          received: [
            received('reminder', '2026-10-08', 'delivered'),
            received('second-reminder', '2026-10-22', 'impossible'),
            received('call', '2026-10-27'),
          ],
        }),
      ],
      { hasMailAddress: false },
    );
    expect(decide(facts, '2026-11-10 10:00', soft)).toMatchObject({
      kind: 'rest',
      because: 'waiting for the step before',
    });
  });

  it('a weaker letter is not owed once a stronger one arrived', () => {
    const facts = caseOf([
      invoice(1, '2026-10-01', { received: [received('second-reminder', '2026-11-02', 'delivered')] }),
    ]);
    expect(decide(facts, '2026-11-03 10:00', soft).kind).toBe('rest');
  });
});

it('nobody is told of a due day to come once it has passed', () => {
  expect(decide(caseOf([invoice(1, '2026-11-02')]), '2026-11-03 09:00', soft)).toMatchObject({
    kind: 'rest',
    until: at('2026-11-09'),
  });
});

it('nobody is sued before the money is overdue, even where the letters came early', () => {
  const hasty = readLadder({
    name: 'hasty',
    version: 1,
    minimumGapBusinessDays: 0,
    steps: [
      step('notice', 'letter', 'due', -5),
      step('claim', 'claim', { after: 'notice' }, 1),
      step('court', 'handover', { after: 'claim' }, 10),
    ],
  });
  const facts = caseOf([
    invoice(1, '2026-11-06', { received: [received('notice', '2026-10-30', 'delivered')] }),
  ]);
  expect(decide(facts, '2026-11-06 10:00', hasty)).toMatchObject({ kind: 'rest', until: at('2026-11-09') });
  expect(decide(facts, '2026-11-09 10:00', hasty).kind).toBe('claim');
});
