import type { Picture } from '../../src/reports/picture.ts';
import { pictureOf } from '../../src/reports/picture.ts';
import { field, names } from '../../src/reports/axes.ts';
import { ink, shade, words } from '../../src/reports/style.ts';
import { type Fate, fateOf } from './oracle/counts.ts';
import { grouped } from './oracle/grouped.ts';
import type { Findings } from './oracle/judge.ts';

/** The calls of each month by what became of them: on time, taken over, missed by everybody, no longer needed. */
export function callsByMonth({ calls }: Findings): Picture {
  const months = [...grouped(calls, ({ at }) => at.toISOString().slice(0, 7))].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const series = fates.map(([fate, color]) => ({
    name: fate,
    color,
    numbers: months.map(([, list]) => list.filter((call) => fateOf(call) === fate).length),
  }));
  return pictureOf('replay', [months.map(([month]) => month), series], height, () => ({
    legend: { left: 'center', top: 6, itemWidth: 12, itemHeight: 12, textStyle: { ...words, fontSize: 11 } },
    grid: { ...field, top: 58 },
    xAxis: names(months.map(([month]) => month.slice(2))),
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: ink.line } },
      axisLabel: { ...words, color: ink.soft },
    },
    series: series.map(({ name, color, numbers }) => ({
      type: 'bar' as const,
      name,
      stack: 'calls',
      data: numbers,
      itemStyle: { color },
    })),
  }));
}

const height = 260;

const fates: readonly (readonly [Fate, string])[] = [
  ['on time', shade.calm],
  ['taken over', shade.warm],
  ['missed by all', '#7d2330'],
  ['no longer needed', shade.pale],
];
