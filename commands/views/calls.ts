import { groupBy } from '../../src/core/group-by.ts';
import type { Button, Card, Part, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { formatMoney, type Money, sum } from '../../src/core/money.ts';
import type { CaseOverview, CaseTask, Overviews } from '../../src/services/case/overview.ts';
import { callButtons } from './calls/buttons.ts';
import { amount, asSpans, toThread, by, countTasks, dayWord, headline, stepLabel, times } from './words.ts';

export interface CallList extends Reader {
  readonly title: string;
  readonly found: Overviews;
  readonly covers: string | null;
  /** Calls are said to rest on old data when it is. */
  readonly stale: boolean;
  /** What is to be said of some cases beside what is to be done, by case. */
  readonly notes: ReadonlyMap<number, string>;
  /** From 0; only where there are buttons to turn them. */
  readonly page?: number;
  /** How many more there are for later days; only of a list of today. */
  readonly later?: number;
}

/** Whoever reads a list: it tells the hours of other zones apart from theirs. */
export interface Reader {
  readonly today: BusinessDate;
  readonly zone: string;
}

/** More than this is a second look: the list must be readable on a phone. */
const mostRows = 15;

/** Today's calls of one person: what to say to whom, and by when. */
export function callListCard(list: CallList): Card {
  const { rows, totalCases } = list.found;
  if (rows.length === 0)
    return {
      summary: list.title,
      parts: [
        { kind: 'text', text: [{ bold: list.title }, '\nAll done: there is nothing to call about.'] },
        ...later(list),
      ],
    };
  return {
    title: list.title,
    summary: `${list.title}: ${countTasks(rows, totalCases)}`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: `${countTasks(rows, totalCases)}` }, ` · ${totals(rows)}${freshness(list)}`],
      },
      ...pageOf(list).map((row): Part => ({
        kind: 'row',
        text: callText(row, list, list.notes.get(row.caseId)),
        buttons: callButtons(row),
      })),
      ...rest(list),
      ...later(list),
    ],
  };
}

function later({ later: number = 0 }: CallList): readonly Part[] {
  return number === 0 ? [] : [{ kind: 'small', text: `${number} more for later days: /calls` }];
}

function pageOf(list: CallList): readonly CaseOverview[] {
  const from = pageNumber(list) * mostRows;
  return list.found.rows.slice(from, from + mostRows);
}

/** What was done meanwhile may have taken the last page away. */
function pageNumber({ found, page = 0 }: CallList): number {
  return Math.min(page, Math.ceil(found.rows.length / mostRows) - 1);
}

/** The way to what does not fit: by buttons, or to the command that has them. */
function rest(list: CallList): readonly Part[] {
  const more = list.found.totalCases - mostRows;
  if (more <= 0) return [];
  if (list.page === undefined) return [{ kind: 'small', text: `and ${more} more: /calls` }];
  const turn = (label: string, to: number): Button => ({
    label,
    action: { command: 'calls', action: 'page', args: { page: to } },
  });
  const page = pageNumber(list);
  const isLast = (page + 1) * mostRows >= list.found.rows.length;
  return [
    {
      kind: 'buttons',
      buttons: [
        ...(page > 0 ? [turn('◀ Previous', page - 1)] : []),
        ...(isLast ? [] : [turn('Next ▶', page + 1)]),
      ],
    },
  ];
}

/** The lines one needs before dialling. */
export function callText(row: CaseOverview, reader: Reader, note = ''): Text {
  const { today } = reader;
  const lines = [callLine(row, reader), note, ...further(row, reader), whom(row), before(row, today)].filter(
    (line) => line !== '',
  );
  return [...asSpans(headline(row, reader.today)), ...toThread(row), `\n${lines.join('\n')}`];
}

/** What is to be done, and by when. */
export function callLine(row: CaseOverview, { today, zone }: Reader): string {
  if (row.task === undefined) return '';
  const step = toDo(row.task);
  const tried = row.task.attempts > 0 ? ` · tried ${times(row.task.attempts)}` : '';
  const reason = row.task.what === 'broken promise' ? ' · a promise was broken' : '';
  const standIn = row.task.inPlaceOf === undefined ? '' : ` · in place of ${row.task.inPlaceOf}`;
  const theirs = row.zone === zone ? '' : ' their time';
  return `${step}, ${by(row.task.deadlineAt, row.zone, today)}${theirs}${reason}${tried}${standIn}`;
}

/** A row stands for one task: what else is to be done for the customer must not hide behind it. */
function further({ task, zone }: CaseOverview, { today }: Reader): readonly string[] {
  return (task?.further ?? []).map((each) => `also: ${toDo(each)}, ${by(each.deadlineAt, zone, today)}`);
}

function toDo({ step, what }: Pick<CaseTask, 'step' | 'what'>): string {
  return step === undefined ? what : stepLabel(step);
}

function whom({ contact, lastLetter }: CaseOverview): string {
  if (contact !== undefined)
    return `${contact.name}${contact.phone === undefined ? ', no phone number on file' : ` · ${contact.phone}`}`;
  const unsent = lastLetter?.status === 'impossible' ? `, no ${lastLetter.kind} sent` : '';
  return `no contact on file${unsent}: ask who pays`;
}

function before(row: CaseOverview, today: BusinessDate): string {
  const promised =
    row.promise === undefined
      ? ''
      : `${amount(row.promise.amount)} promised for ${dayWord(row.promise.dueOn, today)}`;
  const said = !row.lastOutcome?.said ? '' : `last time: “${row.lastOutcome.said.slice(0, 160)}”`;
  const letter = letterWords(row);
  return [promised, said, letter].filter((part) => part !== '').join(' · ');
}

function letterWords({ lastLetter, contact }: CaseOverview): string {
  switch (lastLetter?.status) {
    case 'withheld':
      return `${lastLetter.kind} held back by shadow mode`;
    case 'impossible':
      return contact === undefined ? '' : `no ${lastLetter.kind} went out: ask for a mail address`;
    case 'refused':
      return `their mail address refused the ${lastLetter.kind}: ask for a new one`;
    case 'sent':
      return `${lastLetter.kind} sent`;
    default:
      return '';
  }
}

/** One sum per currency in which something is overdue: nobody adds euros to dollars. */
function totals(rows: readonly CaseOverview[]): string {
  const byCurrency = groupBy(rows, (row) => row.currency);
  const overdue = [...byCurrency]
    .map(([currency, of]): Money =>
      sum(
        of.map((row) => row.overdue),
        currency,
      ),
    )
    .filter((total) => total.amount > 0n)
    .map((total) => formatMoney(total));
  return overdue.length === 0 ? 'nothing overdue' : `${overdue.join(' + ')} overdue`;
}

function freshness({ stale, covers }: CallList): string {
  return stale && covers !== null ? ` · as of ${formatDate(businessDate(covers))}, ask before you press` : '';
}
