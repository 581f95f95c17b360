import { expect, it } from 'vitest';
import { nearest } from '../../src/workspace/nearest.ts';

const known = ['/overdue', '/outcome', '/promise', '/plan', '/pause', '/away'];

it.each([
  ['/overdu', '/overdue'],
  ['/Ouctome', '/outcome'],
  ['/promises', '/promise'],
  ['/awy', '/away'],
  ['/nonsense', undefined],
  ['/', undefined],
])('takes %s for %s', (typed, meant) => {
  expect(nearest(typed, known)).toBe(meant);
});
