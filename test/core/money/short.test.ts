import { describe, expect, test } from 'vitest';
import { money } from '../../../src/core/money.ts';
import { shortMoney } from '../../../src/core/money/short.ts';

describe('a short sum', () => {
  test.each([
    [123_456_789n, 'EUR', '€1.2 m'],
    [84_000_000n, 'EUR', '€840 k'],
    [99_00n, 'EUR', '€99'],
    [0n, 'EUR', '€0'],
    [300_000_000_000n, 'USD', '$3 bn'],
    [1_500_000n, 'JPY', '¥1.5 m'],
  ])('%s %s is %s', (amount, currency, words) => {
    expect(shortMoney(money(amount, currency)).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
