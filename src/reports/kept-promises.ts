import { field, figure, names } from './axes.ts';
import { type Picture, pictureOf } from './picture.ts';
import { ink, shade, words } from './style.ts';

export interface KeptThen {
  /** Such as `Nov`. */
  readonly label: string;
  readonly promises: number;
  readonly kept: number;
  /** Kept of what was promised, by amount; 0 to 100. */
  readonly percent: number;
}

const height = 220;

/** How much of what was promised came, month by month; under each month how many promises of how many were kept. */
export function keptPromises(months: readonly KeptThen[]): Picture {
  return pictureOf('kept promises', months, height, () => ({
    grid: { ...field, bottom: 50 },
    xAxis: names(months.map(({ label, kept, promises }) => `${label}\n${kept}/${promises}`)),
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 50,
      splitLine: { lineStyle: { color: ink.line } },
      axisLabel: { ...words, color: ink.soft, formatter: '{value} %' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 40,
        data: months.map(({ percent }) => ({
          value: percent,
          itemStyle: { color: shade.calm, borderRadius: [3, 3, 0, 0] },
          label: { ...figure('top'), formatter: `${Math.round(percent)} %` },
        })),
      },
    ],
  }));
}
