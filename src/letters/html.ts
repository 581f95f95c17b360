import { escaped } from './escaped.ts';
import type { Language } from './languages/language.ts';
import type { LetterPart, TablePart } from './letter.ts';
import { paymentLines } from './payment-part.ts';

/**
 * The parts as the HTML body of a mail. Everything that comes from outside is escaped, nothing is loaded from
 * anywhere, and styles stand inline, because mail programs drop the others.
 */
export function letterHtml(parts: readonly LetterPart[], language: Language): string {
  const body = parts.map(htmlOf).join('\n');
  const style =
    'font-family: Arial, Helvetica, sans-serif; font-size: 14px; line-height: 1.5; color: #222222';
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"></head>
<body>
<div style="${style}; max-width: 640px">
${body}
</div>
</body>
</html>
`;
}

function htmlOf(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`;
    case 'lines': {
      const title = part.title === undefined ? [] : [`<strong>${escaped(part.title)}</strong>`];
      return `<p>${[...title, ...part.lines.map(escaped)].join('<br>\n')}</p>`;
    }
    case 'table':
      return tableHtml(part);
    case 'payment':
      return `<p>${[`<strong>${escaped(part.title)}</strong>`, ...paymentLines(part).map(escaped)].join('<br>\n')}</p>`;
  }
}

function tableHtml({ columns, rows, totals }: TablePart): string {
  const head = columns.map(
    ({ title, align }) => `<th scope="col" ${cellStyle(align)}>${escaped(title)}</th>`,
  );
  const body = rows.map((row) =>
    row.map((text, index) => cell(text, columns[index]?.align ?? 'left')).join(''),
  );
  const foot = totals.map(
    ({ label, sum }) =>
      `<th scope="row" colspan="${columns.length - 1}" ${cellStyle('left')}>${escaped(label)}</th>` +
      `<td ${cellStyle('right')}><strong>${escaped(sum)}</strong></td>`,
  );
  return `<table style="border-collapse: collapse; width: 100%">
<thead>${rowsHtml([head.join('')])}</thead>
<tbody>${rowsHtml(body)}</tbody>
<tfoot>${rowsHtml(foot)}</tfoot>
</table>`;
}

function rowsHtml(rows: readonly string[]): string {
  return rows.map((row) => `<tr>${row}</tr>`).join('\n');
}

function cell(text: string, align: 'left' | 'right'): string {
  return `<td ${cellStyle(align)}>${escaped(text)}</td>`;
}

function cellStyle(align: 'left' | 'right'): string {
  return `style="text-align: ${align}; padding: 4px 8px; border-bottom: 1px solid #cccccc"`;
}
