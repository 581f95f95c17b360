import type { Button, Part } from '../../src/chat/types.ts';
import { type CaseOverview, overviews } from '../../src/services/case/overview.ts';
import { ledgerIsStale } from '../../src/services/import/tell-stale.ts';
import type { Member } from '../../src/services/member/roster.ts';
import { callText, type Reader } from '../views/calls.ts';
import { callButtons } from '../views/calls/buttons.ts';
import { isForToday } from '../views/calls/for-today.ts';
import { countTasks } from '../views/words.ts';
import { heading, holds, line, type Section } from './section.ts';

/** Rows with their buttons in sight are twice as high, and there is one thing to do at a time. */
const mostToday = 5;
const mostLater = 5;

/** This person's open tasks: today's with their outcomes one press away, what is due first on top; then later ones. */
export const callsSection: Section = async (scope, person) => {
  const { rows } = await overviews(scope, { holderId: person.id });
  if (rows.length === 0) return nothingToDo(person);
  const reader = { today: scope.today, zone: person.zone };
  const today = rows.filter((row) => isForToday(row, scope.now)).toSorted(dueFirst(scope.now));
  const later = rows.filter((row) => !today.includes(row)).toSorted(byTime);
  const shown = Math.min(today.length, mostToday) + Math.min(later.length, mostLater);
  const { ledgerCovers } = scope.workspace;
  return [
    heading(today.length === 0 ? 'Nothing more to do today' : `Today: ${countTasks(today)}`),
    ...(ledgerIsStale(scope) && ledgerCovers !== null ? [stale(ledgerCovers)] : []),
    ...today.slice(0, mostToday).flatMap((row) => todaysParts(row, reader)),
    ...(later.length === 0 ? [] : [heading(`Later: ${countTasks(later)}`)]),
    ...later.slice(0, mostLater).map((row): Part => laterPart(row, reader)),
    ...(rows.length > shown ? [all(rows)] : []),
  ];
};

function nothingToDo(person: Member): readonly Part[] {
  if (!holds(person, 'rep')) return [];
  return [heading('No calls'), line('You have no open calls. New ones come as invoices fall due.')];
}

/** What is due already stays in the order in which it should be worked; the rest follows by its time. */
function dueFirst(now: Date): (a: CaseOverview, b: CaseOverview) => number {
  const wait = ({ task }: CaseOverview): number => Math.max(0, (task?.dueAt.getTime() ?? 0) - now.getTime());
  return (a, b) => wait(a) - wait(b);
}

function byTime(a: CaseOverview, b: CaseOverview): number {
  return (a.task?.dueAt.getTime() ?? 0) - (b.task?.dueAt.getTime() ?? 0);
}

const stale = (covers: string): Part => ({
  kind: 'small',
  text: `The ledger is as of ${covers}: ask before you press.`,
});

/** Up to three outcomes in sight, the rest in the menu. */
function todaysParts(row: CaseOverview, reader: Reader): readonly Part[] {
  const buttons = callButtons(row);
  return [
    line(callText(row, reader)),
    { kind: 'buttons', buttons: buttons.slice(0, 3), more: buttons.slice(3) },
  ];
}

function laterPart(row: CaseOverview, reader: Reader): Part {
  return { kind: 'row', text: callText(row, reader), buttons: callButtons(row) };
}

function all(rows: readonly CaseOverview[]): Part {
  const button: Button = {
    label: `All ${countTasks(rows)}`,
    action: { command: 'calls', action: 'page', args: { page: 0 } },
  };
  return { kind: 'buttons', buttons: [button] };
}
