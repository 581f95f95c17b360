import type { Button, Part } from '../../../src/chat/types.ts';
import type { ImportView } from '../../../src/services/import/view.ts';
import type { SideShown } from '../../../src/services/import/side/shown.ts';
import { badRowLines, badRowsButton } from './bad-rows.ts';
import { kindNames, writtenAs } from './recognised.ts';

/** What confirming a file of contacts, owners, terms, payments or credit notes would do. */
export function sidePreviewParts({ row }: ImportView, side: SideShown): readonly Part[] {
  const args = { import: row.id };
  const button = (label: string, action: string): Button => ({
    label,
    action: { command: 'import', action, args },
  });
  const [columns, cancel] = [button('Columns…', 'columns'), button('Cancel', 'cancel')];
  const bad = side.badRows.count === 0 ? [] : [badRowsButton(row.id)];
  const confirm: Button = { ...button('Import', 'confirm'), style: 'primary' };
  return [
    ...facts(row.kind, side),
    ...badRowLines(side.badRows),
    { kind: 'small', text: `Read as ${writtenAs(row.findings.recognised.written)}` },
    side.changes === 0
      ? { kind: 'buttons', buttons: [...bad, columns, cancel] }
      : { kind: 'buttons', buttons: [confirm, ...bad, columns].slice(0, 3), more: [cancel] },
  ];
}

/** What a side file did. */
export function sideDoneParts({ row, decidedBy }: ImportView, side: SideShown): readonly Part[] {
  return [
    ...facts(row.kind, side),
    ...badRowLines(side.badRows),
    { kind: 'small', text: `Imported by ${decidedBy ?? 'somebody'} from ${row.fileName}` },
    ...(side.badRows.count === 0 ? [] : [{ kind: 'buttons' as const, buttons: [badRowsButton(row.id)] }]),
  ];
}

function facts(kind: ImportView['row']['kind'], { lines }: SideShown): readonly Part[] {
  const shown = lines.length === 0 ? ['Nothing changes: all of it is known, or could not be read'] : lines;
  return [{ kind: 'text', text: [{ bold: kindNames[kind] }, `\n${shown.join('\n')}`] }];
}
