import { add, type Currency, type Money } from '../core/money.ts';
import { shortMoney } from '../core/money/short.ts';
import { figure, rows } from './axes.ts';
import { type Picture, pictureOf } from './picture.ts';
import { shade, words } from './style.ts';

export interface ExpectedThen {
  /** A day or the first day of a week, such as `23 Nov`. */
  readonly label: string;
  readonly promised: Money;
  readonly due: Money;
}

/** Each slot is a row; above them the legend. */
const rowHeight = 30;
const legendHeight = 44;

/** What is to come in, day by day or week by week: what was promised, and after it what falls due by itself. */
export function expectedCash(currency: Currency, slots: readonly ExpectedThen[]): Picture {
  const numbers = [currency, slots.map(({ label, promised, due }) => [label, promised.amount, due.amount])];
  return pictureOf('expected cash', numbers, legendHeight + slots.length * rowHeight + 8, () => ({
    legend: {
      left: 'center',
      top: 12,
      selectedMode: false,
      itemWidth: 14,
      itemHeight: 14,
      textStyle: words,
      data: ['promised', 'falls due'],
    },
    grid: { top: legendHeight, right: 78, bottom: 8, left: 68 },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: rows(slots.map(({ label }) => label)),
    series: [
      {
        ...bar('promised', shade.calm),
        data: slots.map(({ promised }) => Number(promised.amount)),
      },
      {
        ...bar('falls due', shade.pale),
        data: slots.map(({ promised, due }) => ({
          value: Number(due.amount),
          label: { ...figure('right'), formatter: shortMoney(add(promised, due)) },
        })),
      },
    ],
  }));
}

function bar(name: string, color: string) {
  return { type: 'bar' as const, name, stack: 'cash', barWidth: 20, itemStyle: { color } };
}
