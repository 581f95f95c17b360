/**
 * A table as CSV (RFC 4180) that spreadsheets open by a double click. A cell that a spreadsheet would run as a formula
 * is kept text by an apostrophe; negative numbers and phone numbers stay as they are.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The mark by which spreadsheets know UTF-8. */
export const utf8Mark = '\uFEFF';

function cell(text: string): string {
  const harmless = /^(?:[=@\t\r]|[+-](?!\d))/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
