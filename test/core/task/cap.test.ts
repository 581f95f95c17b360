import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { admitCalls, type CallCandidate } from '../../../src/core/task/cap.ts';

function candidate(caseId: number, ownerId: number, amount: bigint, dueOn = '2026-11-02'): CallCandidate {
  return { caseId, ownerId, currency: 'EUR', amount, oldestDueOn: businessDate(dueOn) };
}

const ids = (candidates: readonly CallCandidate[]): readonly number[] =>
  candidates.map(({ caseId }) => caseId);

describe('admitCalls', () => {
  it('lets the biggest amounts through first, then the oldest, then the lower case', () => {
    const few = [
      candidate(4, 1, 50n),
      candidate(3, 1, 70n, '2026-10-01'),
      candidate(2, 1, 70n, '2026-09-01'),
      candidate(1, 1, 70n, '2026-10-01'),
    ];
    expect(ids(admitCalls(few, new Map(), 15).admitted)).toEqual([2, 1, 3, 4]);
    expect(ids(admitCalls(few, new Map(), 2).postponed)).toEqual([3, 4]);
  });

  it('lets currencies take turns, because their sums do not compare', () => {
    const yen = { ...candidate(9, 1, 1_000_000n), currency: 'JPY' };
    const all = [candidate(1, 1, 50n), yen, candidate(2, 1, 70n), candidate(3, 1, 60n)];
    expect(ids(admitCalls(all, new Map(), 15).admitted)).toEqual([2, 9, 3, 1]);
    expect(ids(admitCalls(all, new Map(), 2).admitted)).toEqual([2, 9]);
  });

  it('counts what an owner was handed today already, and each owner alone', () => {
    const { admitted } = admitCalls([candidate(1, 1, 9n), candidate(2, 2, 5n)], new Map([[1, 15]]), 15);
    expect(ids(admitted)).toEqual([2]);
  });

  it('loses nobody, exceeds no cap and postpones no bigger amount than it admits', () => {
    const candidates = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.bigInt(1n, 30n)), { maxLength: 60 })
      .map((rows) => rows.map(([owner, amount], index) => candidate(index, owner, amount)));
    fc.assert(
      fc.property(
        candidates,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        (all, cap, before) => {
          const { admitted, postponed } = admitCalls(all, new Map([[1, before]]), cap);
          expect(ids([...admitted, ...postponed]).toSorted((a, b) => a - b)).toEqual(ids(all));
          for (const owner of [1, 2, 3]) {
            const mine = admitted.filter(({ ownerId }) => ownerId === owner);
            const room = Math.max(0, cap - (owner === 1 ? before : 0));
            const left = postponed.filter(({ ownerId }) => ownerId === owner);
            expect(mine.length).toBe(Math.min(room, mine.length + left.length));
            const least = mine.at(-1)?.amount ?? 30n;
            expect(left.every(({ amount }) => amount <= least)).toBe(true);
          }
        },
      ),
    );
  });
});

it('keeps what else a candidate carries', () => {
  const dueOn: BusinessDate = businessDate('2026-11-02');
  const { admitted } = admitCalls(
    [{ caseId: 1, ownerId: 1, currency: 'EUR', amount: 1n, oldestDueOn: dueOn, label: 'x' }],
    new Map(),
    1,
  );
  expect(admitted[0]?.label).toBe('x');
});
