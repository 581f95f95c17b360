import type { Button, Card, Part } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import type { CaseOverview, Overviews } from '../../src/services/case/overview.ts';
import { moreOf } from './case.ts';
import {
  amount,
  asSpans,
  at,
  by,
  count,
  dayWord,
  headline,
  nameOf,
  type People,
  restWords,
  stepLabel,
} from './words.ts';

export interface OverduePage {
  readonly found: Overviews;
  readonly people: People;
  /** As typed, carried from page to page. */
  readonly filter: string;
  readonly page: number;
  readonly pageSize: number;
  readonly today: BusinessDate;
  readonly covers: string | null;
}

/** A page of the worklist: two lines a case, and what can be done about it in its menu. */
export function overdueCard(list: OverduePage): Card {
  const { found, page, pageSize } = list;
  const what = list.filter === '' ? 'Overdue' : `Overdue: ${list.filter}`;
  if (found.rows.length === 0)
    return { summary: 'Nothing found', parts: [{ kind: 'text', text: nothing(list) }] };
  const first = page * pageSize + 1;
  const range = `${first}–${first + found.rows.length - 1} of ${found.totalCases.toLocaleString('en')}`;
  return {
    title: what.slice(0, 140),
    summary: `${count(found.totalCases, 'case')} overdue`,
    parts: [
      { kind: 'small', text: `${range} · biggest amounts first, broken promises up${asOf(list.covers)}` },
      ...found.rows.map((row): Part => ({ kind: 'row', text: lineOf(row, list), buttons: buttonsOf(row) })),
      ...turning(list),
    ],
  };
}

function nothing(list: OverduePage): string {
  if (list.covers === null)
    return 'There is no ledger yet. Drop an open-items file here, or start with /import.';
  return list.filter === ''
    ? 'Nothing is overdue.'
    : `Nothing found for "${list.filter}". Try part of a name, 90+, >10k, me or nobody.`;
}

const asOf = (covers: string | null): string =>
  covers === null ? '' : ` · as of ${formatDate(businessDate(covers))}`;

function lineOf(row: CaseOverview, { people, today }: OverduePage) {
  return [
    ...asSpans(headline(row, today)),
    `\n${stateOf(row, today)} · ${nameOf(people, row.task?.holderId ?? row.ownerId)}`,
  ];
}

function stateOf(row: CaseOverview, today: BusinessDate): string {
  if (row.promise !== undefined)
    return `${amount(row.promise.amount)} promised for ${dayWord(row.promise.dueOn, today)}`;
  const broken = row.promiseBroken ? 'promise broken · ' : '';
  if (row.task !== undefined)
    return `${broken}${row.task.step === undefined ? row.task.what : stepLabel(row.task.step)}, ${by(row.task.deadlineAt, row.zone, today)}`;
  if (row.next !== undefined)
    return `${broken}next: ${stepLabel(row.next.step)}, ${at(row.next.at, row.zone, today)}`;
  return `${broken}${row.resting === undefined ? 'to be looked at' : restWords(row.resting)}`;
}

function buttonsOf(row: CaseOverview): readonly Button[] {
  const args = { case: row.caseId };
  return [
    { label: 'Log call', action: { command: 'outcome', action: 'open', args } },
    { label: 'Promise', action: { command: 'promise', action: 'open', args } },
    ...moreOf(row).slice(0, 3),
  ];
}

function turning({ found, filter, page, pageSize }: OverduePage): readonly Part[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: { command: 'overdue', action: 'page', args: { filter, page: to } },
  });
  const buttons = [
    ...(page > 0 ? [turn('◀ Previous', page - 1)] : []),
    ...((page + 1) * pageSize < found.totalCases ? [turn('Next ▶', page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
