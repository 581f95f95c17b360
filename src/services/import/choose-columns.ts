import { DomainError } from '../../core/error.ts';
import { fieldsOf } from '../../import/kind.ts';
import type { Choice } from '../../import/map-columns.ts';
import { openTable } from '../../import/open-table.ts';
import { recognise } from '../../import/recognise.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { refuseDecided } from './answer.ts';
import { changeImport, holdImport, importBytes, importRow, type ImportRow, sheetOf } from './row.ts';
import { previewSide } from './side/preview.ts';
import { stewardOf } from './steward.ts';

/** What a person said about the columns of a file; a column by its position, from 0. */
export interface ChosenColumns extends Required<Choice> {
  /** Of a workbook with several. */
  readonly sheet?: string;
}

/**
 * Reads the columns of a file as a person says. Another kind or another sheet than before is recognised anew, because
 * what was chosen is about the old one.
 * @throws DomainError `conflict` when the import is beyond it; `invalid` for a column that the file does not have.
 */
export async function chooseColumns(
  office: Office,
  actor: Actor,
  importId: number,
  { sheet, ...choice }: ChosenColumns,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'import files');
    const row = await holdImport(scope, importId);
    refuseDecided(row);
    const table = await openTable(await importBytes(scope, importId), row.fileName, sheet ?? sheetOf(row));
    refuseStrange(choice, table.columns.length);
    const recognised = recognise(
      table,
      row.fileName,
      isAbout(row, choice, sheet) ? choice : { kind: choice.kind },
    );
    await changeImport(scope, importId, { status: 'received', kind: choice.kind, findings: { recognised } });
    await previewSide(scope, await importRow(scope, importId));
    await refreshCards(scope, 'import', [String(importId)]);
  });
}

function isAbout(row: ImportRow, { kind }: Choice, sheet: string | undefined): boolean {
  return kind === row.findings.recognised.kind && (sheet === undefined || sheet === sheetOf(row));
}

function refuseStrange({ kind, columns }: Required<Choice>, width: number): void {
  const strange = fieldsOf[kind].find((field) => (columns[field] ?? 0) >= width);
  if (strange !== undefined)
    throw new DomainError('invalid', 'The file has no such column any more: open "Columns…" again.');
}
