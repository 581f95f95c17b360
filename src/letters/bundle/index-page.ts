import { escaped } from '../escaped.ts';
import type { Bundle, BundleFile, Sheet } from './sheet.ts';

/** The page to begin with: what is known, and links to the papers. It loads nothing from anywhere. */
export function indexPage({ title, facts, files, sheets }: Bundle): Uint8Array {
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${facts.map(escaped).join('<br>\n')}</p>
<h2>Papers</h2>
${paperTable(files)}
${sheets.map(section).join('\n')}
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

const style = `
body { font: 14px/1.5 Arial, Helvetica, sans-serif; color: #222; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem }
th, td { text-align: left; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid #ccc; overflow-wrap: anywhere }
th { white-space: nowrap }
h2 { margin-top: 2rem; font-size: 1.1rem }
@media print { body { margin: 0; max-width: none; font-size: 11px } }
`;

function paperTable(files: readonly BundleFile[]): string {
  if (files.length === 0) return '<p>None.</p>';
  const rows = files.map(
    ({ path, what }) =>
      `<tr><td><a href="${escaped(path)}">${escaped(path)}</a></td><td>${escaped(what)}</td></tr>`,
  );
  return `<table>\n${rows.join('\n')}\n</table>`;
}

function section({ name, title, columns, rows }: Sheet): string {
  const head = `<h2>${escaped(title)} <small>(<a href="${escaped(name)}.csv">${escaped(name)}.csv</a>)</small></h2>`;
  if (rows.length === 0) return `${head}\n<p>None.</p>`;
  const line = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  return `${head}\n<table>\n${[line(columns, 'th'), ...rows.map((row) => line(row, 'td'))].join('\n')}\n</table>`;
}
