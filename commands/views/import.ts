import type { Button, Card, Part } from '../../src/chat/types.ts';
import { type ImportView, importView } from '../../src/services/import/view.ts';
import type { Scope } from '../../src/services/scope.ts';
import { doneParts } from './import/done.ts';
import { previewParts } from './import/preview.ts';
import { progressParts } from './import/progress.ts';
import { recognisedParts } from './import/recognised.ts';
import { sideDoneParts, sidePreviewParts } from './import/side.ts';
import { count } from './words.ts';

/** The live card of an import, from the file's arrival to its control total; nothing when there is no such import. */
export async function importCard(scope: Scope, importId: number): Promise<Card | undefined> {
  const view = await importView(scope, importId);
  return view && cardOfImport(view);
}

function cardOfImport(view: ImportView): Card {
  const { row } = view;
  return { title: row.fileName, summary: summaryOf(view), parts: partsOf(view) };
}

function summaryOf({ row }: ImportView): string {
  const { fileName, status, findings, kind } = row;
  switch (status) {
    case 'received':
      return findings.preview === undefined
        ? `${fileName}: ${count(findings.recognised.rowCount, 'row')} recognised`
        : `${fileName}: ${count(findings.preview.items.count, 'item')} ready to import`;
    case 'running':
      return `${fileName} is being imported`;
    case 'done':
      return kind === 'open items'
        ? `${fileName}: ${count(findings.total?.items.count ?? 0, 'item')} imported`
        : `${fileName}: ${findings.side?.lines.join(', ') ?? 'imported'}`;
    case 'failed':
      return `${fileName} was not imported`;
    case 'cancelled':
      return `${fileName} was put away`;
  }
}

function partsOf(view: ImportView): readonly Part[] {
  const { row, decidedBy } = view;
  const { side } = row.findings;
  switch (row.status) {
    case 'received':
      if (side !== undefined) return sidePreviewParts(view, side);
      return row.findings.preview === undefined
        ? recognisedParts(view)
        : previewParts(view, row.findings.preview);
    case 'running':
      return progressParts(view);
    case 'done':
      if (side !== undefined) return sideDoneParts(view, side);
      return row.findings.total === undefined ? [] : doneParts(view, row.findings.total);
    case 'failed':
      return failedParts(view);
    case 'cancelled':
      return [{ kind: 'text', text: `Cancelled by ${decidedBy ?? 'somebody'}. Nothing was imported.` }];
  }
}

function failedParts({ row }: ImportView): readonly Part[] {
  const args = { import: row.id };
  const buttons: readonly Button[] = [
    { label: 'Try again', style: 'primary', action: { command: 'import', action: 'confirm', args } },
    { label: 'Change answers', action: { command: 'import', action: 'setUp', args } },
    { label: 'Cancel', action: { command: 'import', action: 'cancel', args } },
  ];
  return [
    { kind: 'text', text: [{ bold: 'Nothing was imported.' }] },
    { kind: 'text', text: row.findings.failure ?? 'The import did not come to its end.' },
    { kind: 'buttons', buttons },
  ];
}
