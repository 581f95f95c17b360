import { expect, test } from 'vitest';
import { someOf } from '../../../src/core/reading/some-of.ts';

const numbers = ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6', 'S-7'];

test('names five and counts the rest', () => {
  expect(someOf(numbers)).toBe('S-1, S-2, S-3, S-4, S-5 and 2 more');
  expect(someOf(numbers.slice(0, 5))).toBe('S-1, S-2, S-3, S-4, S-5');
});

test('cuts what nobody would read', () => {
  expect(someOf(['x'.repeat(100)])).toBe('x'.repeat(40));
});
