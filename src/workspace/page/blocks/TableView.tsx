import type { TableBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { RichTextView } from './RichTextView.tsx';
import { withEmoji } from '../text/emoji.ts';

type Cell = TableBlock['rows'][number][number];

/** The first row is the header, as Slack shows it; a long or wide table scrolls inside its card. */
export function TableView({ block }: { readonly block: TableBlock }): ReactNode {
  const [header = [], ...rows] = block.rows;
  const look = (column: number): string => {
    const settings = block.column_settings?.[column];
    return `cell cell-${settings?.align ?? 'left'} ${settings?.is_wrapped === true ? 'cell-wrapped' : ''}`;
  };
  return (
    <div className="block-table" role="region" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((cell, column) => (
              <th key={column} scope="col" className={look(column)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className={look(column)}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView({ cell }: { readonly cell: Cell }): ReactNode {
  return cell.type === 'rich_text' ? <RichTextView block={cell} /> : withEmoji(cell.text);
}
