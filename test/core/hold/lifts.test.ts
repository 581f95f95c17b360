import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrifle, keptLifts, promiseLifts } from '../../../src/core/hold/lifts.ts';

const held = (owed: bigint, askedFor = 1_240_000n) => ({ owed, askedFor, floor: 2_500n });

describe('a hold', () => {
  it('comes off when less is left than anybody presses for', () => {
    expect(isTrifle(held(0n))).toBe(true);
    expect(isTrifle(held(2_499n))).toBe(true);
    expect(isTrifle(held(2_500n))).toBe(false);
  });

  it('that was for no more than that from the start comes off when all of it is paid', () => {
    expect(isTrifle(held(2_000n, 2_000n))).toBe(false);
    expect(isTrifle(held(0n, 2_000n))).toBe(true);
  });

  it.each([
    ['all of it', 1_240_000n, true],
    ['half a per cent less', 1_233_800n, true],
    ['a tenth', 124_000n, false],
  ])('against a promise of %s: %s lifts it: %s', (_, promised, lifts) => {
    expect(promiseLifts(held(1_240_000n), promised)).toBe(lifts);
  });

  it('is lifted for good by every promise that lifted it and was kept', () => {
    const sums = fc.record({
      owed: fc.bigInt({ min: 2_500n, max: 10n ** 10n }),
      promisedShort: fc.constantFrom(0n, 1n, 49n, 50n),
      paidShort: fc.constantFrom(0n, 1n, 49n, 50n),
    });
    fc.assert(
      fc.property(sums, ({ owed, promisedShort, paidShort }) => {
        const promised = owed - (owed * promisedShort) / 10_000n;
        const paid = promised - (promised * paidShort) / 10_000n;
        expect(promiseLifts(held(owed, owed), promised)).toBe(true);
        expect(keptLifts(held(owed - paid, owed), promised)).toBe(true);
      }),
    );
  });
});
