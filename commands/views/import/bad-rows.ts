import type { Button, Part } from '../../../src/chat/types.ts';
import type { BadRowsShown } from '../../../src/services/import/preview.ts';
import { count } from '../words.ts';
import { clipped } from './notes.ts';

/** The first bad rows by name; they are left out and hold nothing else up. */
export function badRowLines({ count: bad, first }: BadRowsShown): readonly Part[] {
  if (bad === 0) return [];
  const more = bad > first.length ? [`… and ${count(bad - first.length, 'other')}`] : [];
  const lines = [...first.map(({ row, reason }) => `Row ${row}: ${clipped(reason, 300)}`), ...more];
  const head = `${count(bad, 'bad row')} left out`;
  return [{ kind: 'text', text: [{ bold: head }, `\n${lines.join('\n')}`] }];
}

export function badRowsButton(importId: number): Button {
  return {
    label: 'Bad rows as CSV',
    action: { command: 'import', action: 'badRows', args: { import: importId } },
  };
}
