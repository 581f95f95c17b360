import type { Button, Part } from '../../../src/chat/types.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { ControlTotal } from '../../../src/services/import/control-total.ts';
import { formatSums } from '../../../src/services/import/sums.ts';
import type { ImportView } from '../../../src/services/import/view.ts';
import { matchLine, rowsLine } from '../../../src/services/import/words.ts';
import { count } from '../words.ts';
import { badRowLines, badRowsButton } from './bad-rows.ts';
import { differenceLines, keptLine } from './lines.ts';

/** The control total, what it changed, and what to do next. */
export function doneParts(view: ImportView, total: ControlTotal): readonly Part[] {
  const { answers } = view.row;
  if (answers === undefined) return [];
  return [
    { kind: 'text', text: [{ bold: rowsLine(total, answers.asOf) }] },
    { kind: 'text', text: [matchLine(total), ...overdueLine(view, total), ...changeLines(total)].join('\n') },
    ...badRowLines(total.badRows),
    ...vanishedLines(view, total),
    ...ownerLine(view),
    { kind: 'small', text: doneBy(view) },
    ...controls(view, total),
  ];
}

function overdueLine({ row }: ImportView, { overdue }: ControlTotal): readonly string[] {
  if (row.answers === undefined || overdue.count === 0) return [];
  return [
    `Due before ${formatDate(row.answers.asOf)}: ${formatSums(overdue)} of ${count(overdue.customers, 'customer')} in ${count(overdue.count, 'item')}`,
  ];
}

function changeLines({ difference, items }: ControlTotal): readonly string[] {
  const first = difference.fresh.count === items.count;
  return [...(first ? [] : differenceLines(difference, 'was')), ...keptLine(difference)];
}

function vanishedLines({ settledBy, overtaken }: ImportView, { vanished }: ControlTotal): readonly Part[] {
  if (vanished.count === 0) return [];
  const { settled } = vanished;
  const are = vanished.count === 1 ? 'item is' : 'items are';
  const gone = `${count(vanished.count, are, are)} open in the ledger and gone from the file · ${formatSums(vanished)}`;
  if (settled !== undefined)
    return [
      {
        kind: 'text',
        text: `${gone}\n${settledBy ?? 'Somebody'} booked ${settled.count} as paid · ${formatSums(settled)}`,
      },
    ];
  const next = overtaken
    ? 'A newer file was imported since; its card has the current list.'
    : 'Gone is not paid: until finance says so, nothing is booked.';
  return [{ kind: 'text', text: `${gone}\n${next}` }];
}

function ownerLine({ unowned }: ImportView): readonly Part[] {
  if (unowned === 0) return [];
  const words = unowned === 1 ? 'customer has no owner' : 'customers have no owner';
  return [{ kind: 'text', text: `${count(unowned, words, words)}: their calls go to the lead` }];
}

function doneBy({ row, decidedBy }: ImportView): string {
  return `Imported by ${decidedBy ?? 'somebody'} from ${row.fileName}`;
}

function controls(view: ImportView, total: ControlTotal): readonly Part[] {
  const buttons = [...settleButton(view, total), ...assignButton(view), ...badRows(view, total)];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

function settleButton({ row, overtaken }: ImportView, { vanished }: ControlTotal): readonly Button[] {
  if (vanished.count === 0 || vanished.settled !== undefined || overtaken) return [];
  return [
    {
      label: `Book ${vanished.count} as paid`,
      action: { command: 'import', action: 'settle', args: { import: row.id } },
      confirm: {
        title: `Book ${vanished.count} as paid?`,
        text: 'They are booked as paid on the day of the export. What was recorded as paid meanwhile is left out.',
        yes: 'Book as paid',
      },
    },
  ];
}

function assignButton({ unowned }: ImportView): readonly Button[] {
  if (unowned === 0) return [];
  return [{ label: 'Assign owners', action: { command: 'assign', action: 'open', args: {} } }];
}

function badRows({ row }: ImportView, total: ControlTotal): readonly Button[] {
  return total.badRows.count === 0 ? [] : [badRowsButton(row.id)];
}
