import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadEvenly, type Weight } from '../../../src/services/customer/spread.ts';

const weight = (customerId: number, overdue: bigint, currency: string | undefined = 'EUR'): Weight => ({
  customerId,
  overdue,
  currency,
});
const rita = { id: 1, owns: [] };
const tom = { id: 2, owns: [] };

describe('customers spread evenly', () => {
  it('go biggest first to whoever has the least so far', () => {
    const given = spreadEvenly([weight(1, 10n), weight(2, 70n), weight(3, 60n), weight(4, 20n)], [rita, tom]);
    expect(given).toEqual(
      new Map([
        [2, 1],
        [3, 2],
        [4, 2],
        [1, 1],
      ]),
    );
  });

  it('count what somebody owns already', () => {
    const given = spreadEvenly([weight(1, 10n), weight(2, 20n)], [{ ...rita, owns: [weight(9, 100n)] }, tom]);
    expect([...given.values()]).toEqual([2, 2]);
  });

  it('that owe nothing overdue go by the number of customers', () => {
    const given = spreadEvenly(
      [weight(1, 0n), weight(2, 0n, undefined)],
      [
        { ...rita, owns: [weight(9, 100n)] },
        { ...tom, owns: [weight(7, 1n), weight(8, 1n)] },
      ],
    );
    expect([...given.values()]).toEqual([1, 1]);
  });

  it('of one currency are not weighed against another', () => {
    const given = spreadEvenly([weight(1, 50n, 'USD')], [{ ...rita, owns: [weight(9, 1_000n, 'JPY')] }, tom]);
    expect([...given.values()]).toEqual([2]);
    const yen = spreadEvenly([weight(1, 50n, 'JPY')], [{ ...rita, owns: [weight(9, 1_000n, 'JPY')] }, tom]);
    expect([...yen.values()]).toEqual([2]);
  });

  it('all go somewhere, and no two loads differ by more than the biggest customer', () => {
    const amounts = fc.array(fc.bigInt(1n, 1_000_000n), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 6 }), (overdue, people) => {
        const owners = Array.from({ length: people - 1 }, (_, n) => ({ id: n + 2, owns: [] }));
        const given = spreadEvenly(
          overdue.map((amount, n) => weight(n, amount)),
          [rita, ...owners],
        );
        expect(given.size).toBe(overdue.length);
        const loads = [rita, ...owners].map(({ id }) =>
          overdue.reduce((sum, amount, n) => (given.get(n) === id ? sum + amount : sum), 0n),
        );
        const spreadOf = loads.reduce((a, b) => (a > b ? a : b)) - loads.reduce((a, b) => (a < b ? a : b));
        expect(spreadOf <= overdue.reduce((a, b) => (a > b ? a : b))).toBe(true);
      }),
    );
  });

  it('come out the same whatever the order in which they are given', () => {
    const customers = fc.uniqueArray(fc.record({ customerId: fc.nat(1_000), overdue: fc.bigInt(0n, 20n) }), {
      selector: ({ customerId }) => customerId,
      maxLength: 30,
    });
    fc.assert(
      fc.property(customers, (some) => {
        const weights = some.map(({ customerId, overdue }) => weight(customerId, overdue));
        const sorted = (given: ReadonlyMap<number, number>) => [...given].sort(([a], [b]) => a - b);
        expect(sorted(spreadEvenly(weights.toReversed(), [rita, tom]))).toEqual(
          sorted(spreadEvenly(weights, [rita, tom])),
        );
      }),
    );
  });
});
