import { expect, test } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { coveredThrough } from '../../../src/core/matching/covered.ts';

const calendar = { country: 'DE', zone: 'Europe/Berlin' };
const day = businessDate;
const days = (from: string, to: string) => ({ from: day(from), to: day(to) });

/** Friday 6 November 2026 is covered. */
const covered = (statements: readonly { from: string; to: string }[], last = '2026-11-30'): string =>
  coveredThrough(
    day('2026-11-06'),
    statements.map(({ from, to }) => days(from, to)),
    day(last),
    calendar,
  );

test.each([
  ['the next business day goes on, over a weekend', [{ from: '2026-11-09', to: '2026-11-09' }], '2026-11-09'],
  [
    'several go on one after the other, in any order',
    [
      { from: '2026-11-10', to: '2026-11-11' },
      { from: '2026-11-09', to: '2026-11-09' },
    ],
    '2026-11-11',
  ],
  [
    'a gap stops it: what came in between is unknown',
    [{ from: '2026-11-10', to: '2026-11-12' }],
    '2026-11-06',
  ],
  ['an overlap is no harm', [{ from: '2026-11-02', to: '2026-11-10' }], '2026-11-10'],
  ['an old one takes nothing back', [{ from: '2026-11-02', to: '2026-11-03' }], '2026-11-06'],
])('a statement of %s', (_what, statements, until) => {
  expect(covered(statements)).toBe(until);
});

test('nothing is covered from a day on whose money waits for a person', () => {
  expect(covered([{ from: '2026-11-09', to: '2026-11-13' }], '2026-11-10')).toBe('2026-11-10');
  expect(covered([{ from: '2026-11-09', to: '2026-11-13' }], '2026-11-01')).toBe('2026-11-06');
});
