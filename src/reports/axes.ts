import type { GridComponentOption } from 'echarts/components';
import { type Money, money } from '../core/money.ts';
import { shortMoney } from '../core/money/short.ts';
import { font, ink, words } from './style.ts';

/** Where the bars stand. Fixed, because without a browser nobody can measure how wide a label will be. */
export const field = { top: 26, right: 14, bottom: 30, left: 58 } as const satisfies GridComponentOption;

/** Names under upright bars; of many, every second, and always the last. */
export function names(labels: readonly string[]) {
  const all = labels.length <= 6;
  return {
    type: 'category' as const,
    data: [...labels],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.soft } },
    axisLabel: {
      ...words,
      color: ink.soft,
      interval: (index: number) => all || (labels.length - 1 - index) % 2 === 0,
    },
  };
}

/** Names beside lying bars, the first on top. */
export function rows(labels: readonly string[]) {
  return {
    type: 'category' as const,
    inverse: true,
    data: [...labels],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.soft } },
    axisLabel: words,
  };
}

/** Money upwards, in few short words. */
export function heights(currency: Money['currency'], highest: number) {
  return {
    type: 'value' as const,
    min: 0,
    ...(highest === 0 && { max: 1 }),
    splitNumber: 3,
    splitLine: { lineStyle: { color: ink.line } },
    axisLabel: {
      ...words,
      color: ink.soft,
      formatter: (value: number) => shortMoney(money(BigInt(Math.round(value)), currency)),
    },
  };
}

/** A number over its bar, or beside it. */
export const figure = (position: 'top' | 'right') => ({
  show: true,
  position,
  ...words,
  fontSize: font.size,
  fontWeight: 'bold' as const,
});
