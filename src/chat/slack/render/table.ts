import type { RichTextBlock, TableBlock } from '@slack/types';
import { refuse } from '../../refuse.ts';
import type { Part } from '../../types.ts';
import { LIMITS } from '../limits.ts';
import { NOTHING, oneLine } from './plain.ts';
import { preformatted } from './rich-text.ts';

type Table = Extract<Part, { kind: 'table' }>;

/**
 * Slack's own table where it may stand (once in a message, never in a form) and fits; else the same cells in columns
 * of fixed width, which every surface takes.
 */
export function table(part: Table, nativeAllowed: boolean): readonly (TableBlock | RichTextBlock)[] {
  const cells = [part.columns.map((column) => column.title), ...part.rows.map((row) => rowCells(part, row))];
  const lines = cells.map((row) => row.map(oneLine));
  if (part.columns.length === 0) return [];
  return [nativeAllowed && fitsNatively(lines) ? native(part, lines) : preformatted(aligned(part, lines))];
}

/** Whether a part would use up the one table that Slack allows in a message. */
export function isNative(block: { readonly type: string }): boolean {
  return block.type === 'table';
}

function rowCells(part: Table, row: readonly string[]): readonly string[] {
  if (row.length > part.columns.length) {
    refuse(`A row of ${row.length} cells does not fit ${part.columns.length} columns.`);
  }
  return part.columns.map((_, index) => row[index] ?? NOTHING);
}

function fitsNatively(lines: readonly (readonly string[])[]): boolean {
  const characters = lines.flat().reduce((sum, cell) => sum + cell.length, 0);
  const columns = lines[0]?.length ?? 0;
  return lines.length <= LIMITS.tableRows && columns <= LIMITS.tableColumns && characters <= LIMITS.tableText;
}

function native(part: Table, lines: readonly (readonly string[])[]): TableBlock {
  return {
    type: 'table',
    rows: lines.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    column_settings: part.columns.map(({ align }) => ({ align: align ?? 'left' })),
  };
}

function aligned(part: Table, lines: readonly (readonly string[])[]): readonly string[] {
  const widths = part.columns.map((_, index) => Math.max(...lines.map((row) => width(row[index] ?? ''))));
  return lines.map((row) =>
    row
      .map((cell, index) => {
        const gap = ' '.repeat((widths[index] ?? 0) - width(cell));
        return part.columns[index]?.align === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Columns of a fixed-width font: East Asian characters take two, combining marks none. */
function width(text: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;
  return [...text.replace(/[\p{M}\p{Cf}]/gu, '')].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);
}
