import { type Aging, buckets } from '../core/aging/buckets.ts';
import type { Currency } from '../core/money.ts';
import { shortMoney } from '../core/money/short.ts';
import { figure, rows } from './axes.ts';
import { type Picture, pictureOf } from './picture.ts';
import { ink, shade } from './style.ts';

const height = 196;

/** What is open, a bar for each bucket from not due yet to over ninety days late. */
export function agingBars(currency: Currency, aging: Aging): Picture {
  const sums = buckets.map((bucket) => aging[bucket]);
  return pictureOf('aging', [currency, sums.map(({ amount }) => amount)], height, () => ({
    grid: { top: 10, right: 78, bottom: 10, left: 92 },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: rows(['not due yet', '1–30 days', '31–60 days', '61–90 days', '90+ days']),
    series: [
      {
        type: 'bar',
        barWidth: 22,
        data: sums.map((sum, index) => ({
          value: Number(sum.amount),
          itemStyle: { color: shade.aging[index] ?? ink.soft, borderRadius: [0, 3, 3, 0] },
          label: { ...figure('right'), formatter: shortMoney(sum) },
        })),
      },
    ],
  }));
}
