import { groupBy } from '../../src/core/group-by.ts';
import type { Button, Card, Part, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { formatMoney, type Money, sum } from '../../src/core/money.ts';
import type { CaseOverview, Overviews } from '../../src/services/case/overview.ts';
import { amount, by, count, countTasks, dayWord, headline, stepLabel } from './words.ts';

export interface CallList {
  readonly title: string;
  readonly found: Overviews;
  readonly today: BusinessDate;
  readonly covers: string | null;
  /** Calls are said to rest on old data when it is. */
  readonly stale: boolean;
}

/** More than this is a second look: the list must be readable on a phone. */
const mostRows = 15;

/** Today's calls of one person: what to say to whom, and by when. */
export function callListCard(list: CallList): Card {
  const { rows, totalCases } = list.found;
  if (rows.length === 0)
    return {
      summary: list.title,
      parts: [{ kind: 'text', text: [{ bold: list.title }, '\nAll done: there is nothing to call about.'] }],
    };
  return {
    title: list.title,
    summary: `${list.title}: ${countTasks(rows, totalCases)}`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: `${countTasks(rows, totalCases)}` }, ` · ${totals(rows)} overdue${freshness(list)}`],
      },
      ...rows.slice(0, mostRows).map((row): Part => callRow(row, list.today)),
      ...(totalCases > mostRows
        ? [{ kind: 'small' as const, text: `and ${totalCases - mostRows} more: /calls` }]
        : []),
    ],
  };
}

export function callRow(row: CaseOverview, today: BusinessDate): Part {
  return { kind: 'row', text: callText(row, today), buttons: callButtons(row) };
}

/** The two lines one needs before dialling. */
export function callText(row: CaseOverview, today: BusinessDate): Text {
  const lines = [what(row, today), whom(row), before(row, today)].filter((line) => line !== '');
  const head = headline(row, today);
  return [...(typeof head === 'string' ? [head] : head), `\n${lines.join('\n')}`];
}

function what(row: CaseOverview, today: BusinessDate): string {
  if (row.task === undefined) return '';
  const step = row.task.step === undefined ? row.task.what : stepLabel(row.task.step);
  const tried = row.task.attempts > 0 ? ` · tried ${count(row.task.attempts, 'time')}` : '';
  const reason = row.task.what === 'broken promise' ? ' · a promise was broken' : '';
  return `${step}, ${by(row.task.deadlineAt, row.zone, today)} their time${reason}${tried}`;
}

function whom(row: CaseOverview): string {
  if (row.contact === undefined)
    return 'no contact on file: ask who pays, and note the number and mail address';
  return `${row.contact.name}${row.contact.phone === undefined ? ', no phone number on file' : ` · ${row.contact.phone}`}`;
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

function letterWords({ lastLetter }: CaseOverview): string {
  switch (lastLetter?.status) {
    case 'withheld':
      return 'their demand was not sent (shadow mode)';
    case 'impossible':
      return 'their demand was not sent: ask for a mail address';
    case 'refused':
      return 'their mail address refused the demand: ask for a new one';
    case 'sent':
      return `${lastLetter.kind} sent`;
    default:
      return '';
  }
}

export function callButtons(row: CaseOverview): readonly Button[] {
  const args = { case: row.caseId };
  const unreached = (label: string, kind: string): Button => ({
    label,
    action: { command: 'outcome', action: 'unreached', args: { ...args, kind } },
  });
  if (row.task?.kind === 'claim delivery')
    return [
      { label: 'Record delivery', action: { command: 'letter', action: 'delivered', args } },
      { label: 'Claim as PDF', action: { command: 'letter', action: 'pdf', args } },
    ];
  if (row.task?.kind === 'commitment')
    return [{ label: 'Done', action: { command: 'calls', action: 'done', args: { task: row.task.id } } }];
  return [
    { label: 'Reached…', action: { command: 'outcome', action: 'open', args } },
    unreached('No answer', 'no answer'),
    unreached('Voicemail', 'voicemail'),
    unreached('Wrong number', 'wrong number'),
    { label: 'File', action: { command: 'account', action: 'show', args } },
  ];
}

/** One sum per currency: nobody adds euros to dollars. */
function totals(rows: readonly CaseOverview[]): string {
  const byCurrency = groupBy(rows, (row) => row.currency);
  return [...byCurrency]
    .map(([currency, of]): Money =>
      sum(
        of.map((row) => row.overdue),
        currency,
      ),
    )
    .map((total) => formatMoney(total))
    .join(' + ');
}

function freshness({ stale, covers }: CallList): string {
  return stale && covers !== null ? ` · as of ${formatDate(businessDate(covers))}, ask before you press` : '';
}
