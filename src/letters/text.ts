import type { Column, LetterPart, TablePart } from './letter.ts';
import { paymentLines } from './payment-part.ts';

/** The parts as plain text, with a table that stands in a font of fixed width. */
export function letterText(parts: readonly LetterPart[]): string {
  return `${parts.map(textOf).join('\n\n')}\n`;
}

function textOf(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'lines':
      return [...(part.title === undefined ? [] : [`${part.title}:`]), ...part.lines].join('\n');
    case 'table':
      return tableText(part);
    case 'payment':
      return [`${part.title}:`, ...paymentLines(part)].join('\n');
  }
}

function tableText({ columns, rows, totals }: TablePart): string {
  const lastIndex = columns.length - 1;
  const totalRows = totals.map(({ label, sum }) =>
    columns.map((_, index) => (index === 0 ? label : index === lastIndex ? sum : '')),
  );
  const all = [columns.map(({ title }) => title), ...rows, ...totalRows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const lines = all.map((row) => lineOf(row, columns, widths));
  return [lines[0], rule, ...lines.slice(1, 1 + rows.length), rule, ...lines.slice(1 + rows.length)].join(
    '\n',
  );
}

function lineOf(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  const cells = row.map((cell, index) => {
    const width = widths[index] ?? 0;
    return columns[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
  });
  return cells.join('  ').trimEnd();
}
