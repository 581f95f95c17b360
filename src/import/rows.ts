export interface Column {
  /** Position in the row, from 0. */
  readonly index: number;
  /** As the file writes it; empty when the file gives no name. */
  readonly header: string;
}

export interface TableRow {
  /** As a spreadsheet counts: the file's first line is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows of a table and what was passed over among them. */
export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** What a person should know about rows that were passed over. */
  readonly notes: readonly string[];
}
