export type SampleEncoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export interface CsvShape {
  readonly delimiter: string;
  readonly encoding: SampleEncoding;
  readonly lineEnd: '\n' | '\r\n' | '\r';
}

export const plainCsv: CsvShape = { delimiter: ',', encoding: 'UTF-8', lineEnd: '\n' };

/** Lines of cells as the bytes of a CSV file; cells are quoted where they must be. */
export function csvBytes(lines: readonly (readonly string[])[], shape: CsvShape = plainCsv): Uint8Array {
  const text = lines.map(
    (cells) => cells.map((cell) => quoted(cell, shape)).join(shape.delimiter) + shape.lineEnd,
  );
  return encode(text.join(''), shape.encoding);
}

function quoted(cell: string, { delimiter }: CsvShape): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Throws when Windows-1252 has no byte for a character: a sample must not lose anything on its way into the file. */
export function encode(text: string, encoding: SampleEncoding): Uint8Array {
  switch (encoding) {
    case 'UTF-8':
      return new TextEncoder().encode(text);
    case 'UTF-8 with BOM':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'UTF-16 LE':
      return utf16(`\uFEFF${text}`, true);
    case 'UTF-16 BE':
      return utf16(`\uFEFF${text}`, false);
    case 'Windows-1252':
      return Uint8Array.from(text, windows1252Byte);
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

/** What Windows-1252 has from byte 0x80 to 0x9F (unicode.org's table); a blank where it has nothing. */
const from0x80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function windows1252Byte(character: string): number {
  const code = character.charCodeAt(0);
  const place = from0x80.indexOf(character);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  if (place < 0) throw new Error(`Windows-1252 has no ${character}`);
  return 0x80 + place;
}
