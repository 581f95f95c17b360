import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * A bare server has no fonts, so letters and pictures carry their own: Roboto, which comes with pdfmake and has the
 * letters of every European language.
 */
export const fontFolder = dirname(
  createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
);

export const fonts = {
  Roboto: {
    normal: join(fontFolder, 'Roboto-Regular.ttf'),
    bold: join(fontFolder, 'Roboto-Medium.ttf'),
  },
};

export const fontFiles: readonly string[] = Object.values(fonts.Roboto);
