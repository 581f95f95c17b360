import { Resvg } from '@resvg/resvg-js';
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use as provide } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fontFiles } from '../letters/fonts.ts';
import { card, font } from './style.ts';

provide([BarChart, GridComponent, LegendComponent, SVGRenderer]);

export type Chart = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

/** A PNG that is drawn when it is needed. Equal keys mean equal bytes: the key is what the picture is drawn from. */
export interface Picture {
  readonly key: string;
  readonly draw: () => Promise<Uint8Array>;
}

/** Raise it with every change of how pictures look, so that nobody takes an old one for the new. */
const version = 2;

/** The picture of some numbers. `height` in the units of `style.ts`, of which a picture is always 300 wide. */
export function pictureOf(name: string, numbers: unknown, height: number, chart: () => Chart): Picture {
  return {
    key: JSON.stringify([name, version, numbers], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
    draw: () => Promise.resolve(pngOf(svgOf(chart(), height))),
  };
}

function svgOf(chart: Chart, height: number): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: card.width, height });
  drawing.setOption({ animation: false, textStyle: { fontFamily: font.family }, ...chart });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return onCard(svg, height);
}

/** The chart's own background is square; the card is rounded, and its edge can be seen on white. */
function onCard(svg: string, height: number): string {
  const { width, ground, edge, radius } = card;
  const frame = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="${radius}" fill="${ground}" stroke="${edge}"/>`;
  return svg.replace(/(<svg[^>]*>)/, `$1${frame}`);
}

function pngOf(svg: string): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: card.scale },
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: font.family },
  });
  return drawn.render().asPng();
}
