import { fieldsOf, type FileKind } from '../../import/kind.ts';
import type { Field } from '../../import/columns.ts';
import { openTable } from '../../import/open-table.ts';
import { valuesOf } from '../../import/table.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { importBytes, importRow, sheetOf } from './row.ts';
import { stewardOf } from './steward.ts';

export { fieldsOf, type FileKind, fileKinds } from '../../import/kind.ts';
export type { Field } from '../../import/columns.ts';

/** The columns of a file, and which of them holds what so far. */
export interface ImportColumns {
  readonly importId: number;
  readonly fileName: string;
  readonly kind: FileKind;
  /** Of a workbook; empty for a text file. */
  readonly sheets: readonly string[];
  readonly sheet?: string;
  readonly columns: readonly { readonly header: string; readonly example: string }[];
  readonly fields: readonly { readonly field: Field; readonly column?: number }[];
}

/** @throws DomainError `not_found`, or `forbidden` for whoever does not look after the ledger. */
export async function importColumns(office: Office, actor: Actor, importId: number): Promise<ImportColumns> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'import files');
    const row = await importRow(scope, importId);
    const { kind, mapping, written } = row.findings.recognised;
    const sheet = sheetOf(row);
    const table = await openTable(await importBytes(scope, importId), row.fileName, sheet);
    return {
      importId,
      fileName: row.fileName,
      kind,
      sheets: written.kind === 'workbook' ? written.sheets : [],
      ...(sheet !== undefined && { sheet }),
      columns: table.columns.map(({ header, index }) => ({
        header,
        example: valuesOf(table, index)[0] ?? '',
      })),
      fields: fieldsOf[kind].map((field) => {
        const column = mapping[field]?.column;
        return column === undefined ? { field } : { field, column };
      }),
    };
  });
}
