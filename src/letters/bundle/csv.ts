import type { Sheet } from './sheet.ts';

/**
 * A sheet as CSV that spreadsheets open by a double click: UTF-8 with its mark, commas, lines ended as RFC 4180 says.
 * A cell that a spreadsheet would take for a formula is kept from being one by an apostrophe.
 */
export function sheetCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Uint8Array {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(','));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function cell(text: string): string {
  const harmless = /^(?:[=+@\t\r]|-(?!\d))/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
