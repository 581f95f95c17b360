import { dirname } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFolder, fonts } from './fonts.ts';
import type { Letter } from './letter.ts';
import { letterPages } from './pages.ts';

// pdfmake is one object for the whole process, and asks for each file and address whether it may be read.
pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => dirname(path) === fontFolder);

/** The letter on A4 paper. The same letter gives the same bytes, so a copy can be proved to be one. */
export async function letterPdf(letter: Letter): Promise<Uint8Array> {
  return printed(letterPages(letter));
}

async function printed(pages: TDocumentDefinitions): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(pages).getBuffer());
}
