import { add, type Currency, type Money } from '../core/money.ts';
import { shortMoney } from '../core/money/short.ts';
import { field, figure, heights, names } from './axes.ts';
import { type Picture, pictureOf } from './picture.ts';
import { ink, shade, words } from './style.ts';

export interface ExpectedThen {
  /** A day or the first day of a week, such as `23 Nov`. */
  readonly label: string;
  readonly promised: Money;
  readonly due: Money;
}

const height = 250;

/** What is to come in, day by day or week by week: what was promised, and above it what falls due by itself. */
export function expectedCash(currency: Currency, slots: readonly ExpectedThen[]): Picture {
  const sums = slots.map(({ promised, due }) => add(promised, due));
  const numbers = [currency, slots.map(({ label, promised, due }) => [label, promised.amount, due.amount])];
  return pictureOf('expected cash', numbers, height, () => ({
    legend: {
      left: 52,
      top: 8,
      selectedMode: false,
      itemWidth: 14,
      itemHeight: 14,
      textStyle: { ...words, color: ink.strong },
      data: ['promised', 'falls due'],
    },
    grid: { ...field, top: 56 },
    xAxis: names(slots.map(({ label }) => label)),
    yAxis: heights(currency, Math.max(...sums.map(({ amount }) => Number(amount)), 0)),
    series: [
      {
        type: 'bar',
        name: 'promised',
        stack: 'cash',
        barMaxWidth: 40,
        itemStyle: { color: shade.calm },
        data: slots.map(({ promised }) => Number(promised.amount)),
      },
      {
        type: 'bar',
        name: 'falls due',
        stack: 'cash',
        barMaxWidth: 40,
        itemStyle: { color: shade.pale, borderRadius: [3, 3, 0, 0] },
        data: slots.map(({ due }, index) => {
          const sum = sums[index] ?? due;
          const label = { ...figure('top'), show: sum.amount > 0n, formatter: shortMoney(sum) };
          return { value: Number(due.amount), label };
        }),
      },
    ],
  }));
}
