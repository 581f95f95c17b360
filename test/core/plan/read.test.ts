import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { money } from '../../../src/core/money.ts';
import { readSchedule } from '../../../src/core/plan/read.ts';

const read = (text: string) =>
  readSchedule(text, {
    total: money(1_000_000n, 'EUR'),
    calendar: { country: 'DE', zone: 'Europe/Berlin' },
    today: businessDate('2026-11-23'),
    order: 'DMY',
  }).map(({ amount, dueOn }) => `${dueOn} ${amount}`);

describe('a plan', () => {
  it.each([
    '4 x 2,500 monthly from 1 Dec',
    '4x2500 from 1.12.',
    '4 × €2,500.00 monthly from 2026-12-01',
    '4 monthly from 1 Dec',
  ])('in one line: %s', (line) => {
    expect(read(line)).toEqual([
      '2026-12-01 250000',
      '2027-01-04 250000',
      '2027-02-01 250000',
      '2027-03-01 250000',
    ]);
  });

  it('starts one step from today when nobody says from when', () => {
    expect(read('3 x 3,500 weekly')).toEqual(['2026-11-30 350000', '2026-12-07 350000', '2026-12-14 300000']);
  });

  it('is a line for each instalment, the last with or without its sum', () => {
    const lines = ['2026-12-01 400000', '2026-12-15 600000'];
    expect(read('1 Dec: 4,000\n15 Dec: 6.000,00')).toEqual(lines);
    expect(read('Tue 1 Dec: €4,000.00\n15 Dec')).toEqual(lines);
  });

  it.each([
    ['some day', '"some day" is no plan'],
    ['4 x what from 1 Dec', 'not an amount'],
    ['4 x 2,500 from 31 Nov', '31 Nov'],
    ['1 Dec\n15 Dec: 5,000', '"1 Dec" is no plan'],
    ['1 Dec: 4,000\n15 Dec: 5,000', 'make €9,000.00'],
  ])('is refused as %s', (text, why) => {
    expect(() => read(text)).toThrow(why);
  });
});
