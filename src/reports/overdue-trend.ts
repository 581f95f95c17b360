import type { Currency, Money } from '../core/money.ts';
import { shortMoney } from '../core/money/short.ts';
import { field, figure, heights, names } from './axes.ts';
import { type Picture, pictureOf } from './picture.ts';
import { shade } from './style.ts';

export interface OverdueThen {
  /** Such as `Nov`, or `now`. */
  readonly label: string;
  readonly overdue: Money;
}

const height = 220;

/** What was overdue at each month end, and what is now, with its sum. */
export function overdueTrend(currency: Currency, points: readonly OverdueThen[]): Picture {
  const values = points.map(({ overdue }) => Number(overdue.amount));
  const isNow = (index: number): boolean => index === points.length - 1;
  const numbers = [currency, points.map(({ label, overdue }) => [label, overdue.amount])];
  return pictureOf('overdue trend', numbers, height, () => ({
    grid: { ...field, right: 22 },
    xAxis: names(points.map(({ label }) => label)),
    yAxis: heights(currency, Math.max(...values, 0)),
    series: [
      {
        type: 'bar',
        barMaxWidth: 44,
        data: points.map(({ overdue }, index) => ({
          value: Number(overdue.amount),
          itemStyle: {
            color: isNow(index) ? shade.warm : shade.calm,
            borderRadius: [3, 3, 0, 0],
          },
          label: { ...figure('top'), show: isNow(index), formatter: shortMoney(overdue) },
        })),
      },
    ],
  }));
}
