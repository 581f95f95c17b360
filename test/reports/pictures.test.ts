import { describe, expect, test } from 'vitest';
import type { Aging } from '../../src/core/aging/buckets.ts';
import { type Money, money } from '../../src/core/money.ts';
import { agingBars } from '../../src/reports/aging-bars.ts';
import { expectedCash } from '../../src/reports/expected-cash.ts';
import { keptPromises } from '../../src/reports/kept-promises.ts';
import { overdueTrend } from '../../src/reports/overdue-trend.ts';
import type { Picture } from '../../src/reports/picture.ts';

const eur = (amount: number): Money => money(BigInt(amount), 'EUR');

const aging = (current = 1_230_000_00): Aging => ({
  current: eur(current),
  '1-30': eur(84_000_00),
  '31-60': eur(0),
  '61-90': eur(9_999_99),
  '90+': eur(41_200_00),
});

const pictures: Readonly<Record<string, () => Picture>> = {
  'aging bars': () => agingBars('EUR', aging()),
  'the trend': () =>
    overdueTrend('EUR', [
      { label: 'Oct', overdue: eur(80_000_00) },
      { label: 'now', overdue: eur(90_000_00) },
    ]),
  'a trend of nothing': () => overdueTrend('EUR', [{ label: 'now', overdue: eur(0) }]),
  'kept promises': () => keptPromises([{ label: 'Nov', promises: 4, kept: 3, percent: 81.4 }]),
  'expected cash': () => expectedCash('EUR', [{ label: '23 Nov', promised: eur(400_00), due: eur(0) }]),
};

describe.each(Object.entries(pictures))('%s', (_name, make) => {
  test('is a picture fine enough for every screen', async () => {
    const bytes = Buffer.from(await make().draw());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1080);
  });

  test('drawn twice is the same to the byte, and has the same key', async () => {
    const [first, second] = [make(), make()];
    expect(second.key).toBe(first.key);
    expect(Buffer.from(await second.draw()).equals(await first.draw())).toBe(true);
  });
});

test('another sum is another key and another picture, even where its words stay the same', async () => {
  const [one, other] = [agingBars('EUR', aging()), agingBars('EUR', aging(1_210_000_00))];
  expect(other.key).not.toBe(one.key);
  expect(Buffer.from(await other.draw()).equals(await one.draw())).toBe(false);
});

test('a picture has its words without a font of the machine: other words are another picture', async () => {
  const saying = (label: string) => overdueTrend('EUR', [{ label, overdue: eur(1) }]).draw();
  expect(Buffer.from(await saying('Oct')).equals(await saying('Nov'))).toBe(false);
});
