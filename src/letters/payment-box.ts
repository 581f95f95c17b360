import { Buffer } from 'node:buffer';
import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { PaymentPart } from './letter.ts';
import { mm } from './millimetre.ts';

/**
 * The width of a code, so that its squares are at least two points (0.7 mm) and any camera reads them. pdfmake draws
 * squares of whole points, and up to 152 bytes make 49 of them a side, EPC069-12's most, 331 bytes, make 69.
 */
function widthOf(payload: string): number {
  return Buffer.byteLength(payload) <= 152 ? 100 : 138;
}

/** The account on the left, and on the right the code, if there is one. It stays on one page. */
export function paymentBox(part: PaymentPart): Content {
  const account: Content[] = [
    { text: part.title, bold: true, margin: [0, 0, 0, 1 * mm] },
    ...(part.lines.length === 0 ? [] : [linesOf(part.lines)]),
    ...part.more,
  ];
  const columns: Column[] = [{ width: '*', stack: account }, ...codeOf(part)];
  return { columns, columnGap: 6 * mm, margin: [0, 1.5 * mm, 0, 3 * mm], unbreakable: true };
}

function linesOf(lines: PaymentPart['lines']): Content {
  return {
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 4 * mm,
      paddingTop: () => 0,
      paddingBottom: () => 1,
    },
    table: {
      widths: ['auto', '*'],
      body: lines.map(({ label, text }): TableCell[] => [{ text: label, color: '#555555' }, text]),
    },
  };
}

function codeOf({ code }: PaymentPart): readonly Column[] {
  if (code === undefined) return [];
  return [
    {
      width: 50 * mm,
      stack: [
        { qr: code.payload, fit: widthOf(code.payload), eccLevel: 'M', mode: 'octet', alignment: 'center' },
        {
          text: code.caption,
          fontSize: 7,
          color: '#555555',
          alignment: 'center',
          margin: [0, 1 * mm, 0, 0],
        },
      ],
    },
  ];
}
