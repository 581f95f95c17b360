import type { Button, Part } from '../../../src/chat/types.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { Preview } from '../../../src/services/import/preview.ts';
import { formatSums } from '../../../src/services/import/sums.ts';
import type { ImportView } from '../../../src/services/import/view.ts';
import { count } from '../words.ts';
import { badRowLines, badRowsButton } from './bad-rows.ts';
import { differenceLines, keptLine } from './lines.ts';
import { clipped, smallPrint } from './notes.ts';
import { datesAs, writtenAs } from './recognised.ts';

/** What confirming would do, the sums first. */
export function previewParts(view: ImportView, preview: Preview): readonly Part[] {
  return [
    {
      kind: 'text',
      text: [
        { bold: `${count(preview.items.count, 'item')} · ${formatSums(preview.items)}` },
        `\n${sumLines(view, preview).join('\n')}`,
      ],
    },
    ...againstLedger(preview),
    ...badRowLines(preview.badRows),
    ...small(view, preview),
    ...clockLine(view),
    controls(view, preview),
  ];
}

function sumLines({ row }: ImportView, { due, notYetIssued, settled, history }: Preview): readonly string[] {
  const day = row.answers === undefined ? 'that day' : formatDate(row.answers.asOf);
  return [
    `issued and open as of ${day}`,
    due.count === 0
      ? 'nothing was due before that day'
      : `due before that day: ${count(due.count, 'item')} of ${count(due.customers, 'customer')}, ${formatSums(due)}`,
    ...(notYetIssued.count === 0
      ? []
      : [`not issued yet, so hidden: ${count(notYetIssued.count, 'row')}, ${formatSums(notYetIssued)}`]),
    ...(settled.count === 0 ? [] : [`settled: ${count(settled.count, 'row')}, ${formatSums(settled)}`]),
    ...(history === 0 ? [] : [`of these with a day of payment, and booked on it: ${count(history, 'row')}`]),
  ];
}

function againstLedger({ difference }: Preview): readonly Part[] {
  if (difference === undefined) return [];
  const { vanished } = difference;
  const gone =
    vanished.count === 0
      ? []
      : [
          `${count(vanished.count, 'open item')} not in the file any more · ${formatSums(vanished)}: to be asked about, not assumed paid`,
        ];
  const lines = [...differenceLines(difference, 'will'), ...keptLine(difference), ...gone];
  const shown = lines.length === 0 ? ['Nothing changes in the ledger'] : lines;
  return [{ kind: 'text', text: [{ bold: 'Against the ledger' }, `\n${shown.join('\n')}`] }];
}

function small({ row }: ImportView, { spellings, notes }: Preview): readonly Part[] {
  const examples = spellings.examples.map(
    ({ number, name, others }) =>
      `${number}: ${[name, ...others].map((each) => clipped(each, 40)).join(' = ')}`,
  );
  const spelled =
    spellings.count === 0
      ? []
      : [`${count(spellings.count, 'customer')} with several spellings: ${examples.join('; ')}`];
  // The spellings stand above with more examples than in the reader's own note.
  const others = notes.filter((note) => !note.includes('spelled in several ways'));
  return smallPrint([readAs(row), ...spelled, ...others]);
}

/** How the file was read, so that a wrong guess is seen before it counts. */
function readAs({ findings: { recognised }, answers }: ImportView['row']): string {
  const { dates, numbers, written } = recognised;
  const order =
    answers?.dateOrder ?? (dates.order === 'DMY' || dates.order === 'MDY' ? dates.order : undefined);
  const decimal = answers?.decimal ?? (numbers.decimal === ',' ? ',' : '.');
  const days = order === undefined ? datesAs(dates, written) : order === 'DMY' ? 'day first' : 'month first';
  const currency = answers?.currency === undefined ? [] : [answers.currency];
  const marks = { ',': 'decimal comma', '.': 'decimal point' };
  return `Read as ${[writtenAs(written), days === 'date cells' ? days : `dates ${days}`, marks[decimal], ...currency].join(' · ')}`;
}

function clockLine({ movesClockTo }: ImportView): readonly Part[] {
  if (movesClockTo === undefined) return [];
  return [{ kind: 'text', text: `The business clock goes to ${formatDate(movesClockTo)} 08:00 first.` }];
}

function controls({ row, movesClockTo }: ImportView, { items, badRows }: Preview): Part {
  const args = { import: row.id };
  const what = `${count(items.count, 'item')} · ${formatSums(items)}`;
  const clock =
    movesClockTo === undefined ? '' : ` The business clock goes to ${formatDate(movesClockTo)} 08:00.`;
  const confirm: Button = {
    label: label(`Import ${what}`, `Import ${count(items.count, 'item')}`),
    style: 'primary',
    action: { command: 'import', action: 'confirm', args },
    confirm: {
      title: 'Import these open items?',
      text: label(`${what}. All of them or, if anything fails, none.${clock}`, `All or none.${clock}`, 300),
      yes: 'Import',
    },
  };
  const all = { ...args, everything: true };
  const change: Button = {
    label: 'Change answers',
    action: { command: 'import', action: 'setUp', args: all },
  };
  const columns: Button = { label: 'Columns…', action: { command: 'import', action: 'columns', args } };
  const cancel: Button = { label: 'Cancel', action: { command: 'import', action: 'cancel', args } };
  if (items.count === 0 && badRows.count > 0)
    return { kind: 'buttons', buttons: [badRowsButton(row.id), change], more: [columns, cancel] };
  if (badRows.count === 0) return { kind: 'buttons', buttons: [confirm, change], more: [columns, cancel] };
  return { kind: 'buttons', buttons: [confirm, badRowsButton(row.id), change], more: [columns, cancel] };
}

/** Sums in many currencies are longer than a button. */
function label(long: string, short: string, most = 75): string {
  return long.length <= most ? long : short;
}
