import { describe, expect, test } from 'vitest';
import { keptRate } from '../../../src/core/metrics/kept.ts';

describe('the promise-kept rate', () => {
  test('counts promises and money apart, and a part counts for the money', () => {
    const judged = { promises: 3, kept: 1, promised: 1000n, paid: 650n };
    expect(keptRate(judged)).toEqual({ byCount: 33.3, byAmount: 65 });
    expect(keptRate({ promises: 0, kept: 0, promised: 0n, paid: 0n })).toBeUndefined();
  });
});
