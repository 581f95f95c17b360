import writeWorkbook from 'write-excel-file/node';

export type Cell = string | number | boolean | Date | null;

/** Sheets by their names as the bytes of an Excel workbook. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<Uint8Array> {
  const written = writeWorkbook(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map(cell)),
    })),
  );
  return new Uint8Array(await written.toBuffer());
}

function cell(value: Cell) {
  if (value === null) return null;
  return value instanceof Date ? { value, format: 'dd/mm/yyyy' } : { value };
}
