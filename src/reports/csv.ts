/** A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text. */
const formulaStart = /^[=+\-@\t\r]/;

/** Rows as a CSV file that spreadsheets open without being asked: UTF-8 with its mark, commas, CRLF. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => row.map(cellOf).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function cellOf(value: string): string {
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
