import type { Part, Text } from '../../../src/chat/types.ts';
import { buckets } from '../../../src/core/aging/buckets.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { money } from '../../../src/core/money.ts';
import type {
  CaseSection,
  DisputeRow,
  PromiseRow,
  TaskRow,
  OutcomeRow,
  LetterOfCase,
} from '../../../src/services/customer/file.ts';
import { givenUpParts } from './given-up.ts';
import { lateCostParts } from './late-costs.ts';
import {
  amount,
  asSpans,
  at,
  bucketLabel,
  by,
  count,
  dayWord,
  headline,
  nameOf,
  type People,
  pressure,
  restWords,
  stepLabel,
  times,
  toThread,
} from '../words.ts';
import { paymentLine } from '../payment/list.ts';
import { planWords } from '../plan.ts';

/** How much of a file is shown: a message holds only so many characters, and a phone even fewer. */
export interface Detail {
  readonly cases: number;
  readonly contacts: number;
  /** What is older comes first, so the rest is the least urgent. */
  readonly invoices: number;
  /** Promises, letters and tasks of each case. */
  readonly papers: number;
  readonly calls: number;
  /** Characters of what somebody said or wrote: a quotation is a reminder, not the minutes. */
  readonly quote: number;
}

export interface Reading {
  readonly people: People;
  readonly today: BusinessDate;
  readonly detail: Detail;
  /** Whose buttons are shown. */
  readonly reader: number;
}

/** One case of a customer's file: its sums, its papers, its history. */
export function casePart(section: CaseSection, reading: Reading): readonly Part[] {
  return [
    { kind: 'divider' },
    {
      kind: 'text',
      text: [...asSpans(headline(section.overview, reading.today)), ...toThread(section.overview)],
    },
    { kind: 'text', text: standing(section, reading) },
    ...invoices(section, reading),
    ...lateCostParts(section.lateCosts, reading.detail.papers),
    ...listed(
      'Instalment plan',
      section.overview.plan === undefined ? [] : [planWords(section.overview.plan, reading.today)],
    ),
    ...listed('Promises', promises(section, reading)),
    ...listed('Disputes', disputes(section, reading)),
    ...listed('Payments', payments(section, reading)),
    ...givenUpParts(section, reading),
    ...listed('Letters', [...heldBack(section, reading), ...letters(section, reading)]),
    ...listed('Last calls', outcomes(section, reading)),
    ...listed('To do', tasks(section, reading)),
  ];
}

function standing({ overview, tasks: open }: CaseSection, { people, today }: Reading): Text {
  const { next, resting, zone, stopped } = overview;
  const [call] = open.filter(({ kind }) => kind === 'call');
  const nextWords =
    next === undefined ? 'no step planned' : `next: ${stepLabel(next.step)}, ${at(next.at, zone, today)}`;
  const now =
    call === undefined
      ? nextWords
      : `${stepLabel(call.step ?? call.what)}, ${by(call.deadlineAt, zone, today)} · ${nameOf(people, call.holderId)}`;
  const rests = resting === undefined || call !== undefined ? undefined : restWords(resting);
  const why = stopped ?? rests;
  return [{ code: pressure(overview) }, `  ${now}${why === undefined ? '' : `\n${why}`}`];
}

function invoices({ invoices: open, aging }: CaseSection, { today, detail }: Reading): readonly Part[] {
  if (open.length === 0) return [];
  const hidden = open.length - detail.invoices;
  const sums = buckets
    .filter((bucket) => aging[bucket].amount !== 0n)
    .map((bucket) => `${bucketLabel(bucket)} ${amount(aging[bucket])}`);
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Invoice' },
        { title: 'Issued' },
        { title: 'Due' },
        { title: 'Days over', align: 'right' },
        { title: 'Open', align: 'right' },
      ],
      rows: open
        .slice(0, detail.invoices)
        .map((one) => [
          one.number.slice(0, 40),
          formatDate(one.issuedOn, { today }),
          formatDate(one.dueOn, { today }),
          one.daysOverdue > 0 ? String(one.daysOverdue) : '–',
          amount(one.open),
        ]),
    },
    {
      kind: 'small',
      text: `${hidden > 0 ? `and ${count(hidden, 'more invoice')} · ` : ''}${sums.join(' · ')}`,
    },
  ];
}

function promises(
  { promises: made, overview }: CaseSection,
  { people, today, detail }: Reading,
): readonly string[] {
  return upTo(detail.papers, made, 'older promise', (one: PromiseRow) => {
    const sum = amount(money(one.amount, overview.currency));
    const paid = one.status === 'partial' ? `, ${amount(money(one.paid, overview.currency))} came` : '';
    const said = one.saidBy === null ? '' : `, said ${one.saidBy.slice(0, detail.quote)}`;
    const rests = one.rests || one.status !== 'open' ? '' : ', rests nothing';
    return `${sum} for ${dayWord(businessDate(one.dueOn), today)}: ${one.status}${paid}${rests} (${dayWord(businessDate(one.madeOn), today)}, ${nameOf(people, one.madeBy)}${said})`;
  });
}

function heldBack({ lettersHeld: held }: CaseSection, { people, today, detail }: Reading): readonly string[] {
  if (held === undefined) return [];
  const until = dayWord(businessDate(held.until), today);
  return [
    `letters are held back until ${until} by ${nameOf(people, held.by)}: ${held.because.slice(0, detail.quote)}`,
  ];
}

function payments({ payments: came, overview }: CaseSection, { today, detail }: Reading): readonly string[] {
  return upTo(detail.papers, came, 'older payment', (one) => paymentLine(one, overview.currency, today));
}

function disputes(
  { disputes: raised, overview }: CaseSection,
  { people, today, detail }: Reading,
): readonly string[] {
  return upTo(detail.papers, raised, 'older dispute', (one: DisputeRow) => {
    const sum = amount(money(one.amount, overview.currency));
    const words = one.words === null ? '' : ` — “${one.words.slice(0, detail.quote)}”`;
    const answer = one.answer === null ? '' : `: “${one.answer.slice(0, detail.quote)}”`;
    return `${sum}, ${one.reason}${words}: ${disputeFate(one, overview.currency, people, today)}${answer}`;
  });
}

function disputeFate(of: DisputeRow, currency: string, people: People, today: BusinessDate): string {
  const upheld = amount(money(of.upheld, currency));
  switch (of.status) {
    case 'open':
      return `${nameOf(people, of.fixerId)} answers by ${dayWord(businessDate(of.deadlineOn), today)}`;
    case 'upheld':
      return `right about ${upheld}, to be credited`;
    case 'credited':
      return `right about ${upheld}, credited`;
    case 'rejected':
      return 'rejected';
    case 'moot':
      return 'over';
  }
}

function letters({ letters: written }: CaseSection, { today, detail }: Reading): readonly string[] {
  return upTo(
    detail.papers,
    written,
    'older letter',
    (one: LetterOfCase) => `${one.kind}, ${dayWord(businessDate(one.onDay), today)}: ${fate(one, detail)}`,
  );
}

function fate({ kind, status, toAddress, trouble }: LetterOfCase, { quote }: Detail): string {
  const to = toAddress === null ? '' : ` to ${toAddress.slice(0, quote)}`;
  switch (status) {
    case 'withheld':
      return 'not sent (shadow mode)';
    case 'impossible':
      return 'not sent: no mail address';
    case 'queued':
      return kind === 'formal claim' ? 'to be posted with proof of delivery' : `on its way${to}`;
    case 'sent':
      return kind === 'formal claim' ? 'delivered' : `sent${to}`;
    case 'refused':
      return `refused${to}${trouble === null ? '' : `: ${trouble.slice(0, quote)}`}`;
    case 'held back':
      return 'held back';
    case 'unknown':
      return `unclear whether it arrived${to}`;
  }
}

function outcomes(
  { outcomes: last, overview }: CaseSection,
  { people, today, detail }: Reading,
): readonly string[] {
  return last.slice(0, detail.calls).map((one: OutcomeRow) => {
    const who = one.spokeWith === null ? one.kind : `spoke with ${one.spokeWith.slice(0, detail.quote)}`;
    const said = one.said === null ? '' : ` — “${one.said.slice(0, detail.quote)}”`;
    return `${at(one.at, overview.zone, today)}, ${nameOf(people, one.memberId)}: ${who}${said}`;
  });
}

function tasks(
  { tasks: open, overview }: CaseSection,
  { people, today, detail }: Reading,
): readonly string[] {
  return upTo(detail.papers, open, 'other task', (one: TaskRow) => {
    const what = one.kind === 'call' && one.step !== null ? stepLabel(one.step) : one.what;
    const isTaken = one.level !== 'owner' && one.holderId !== one.firstHolderId;
    const taken = isTaken ? `, taken over by the ${one.level}` : '';
    const tried = one.attempts > 0 ? `, tried ${times(one.attempts)}` : '';
    return `${what.slice(0, detail.quote)}, ${by(one.deadlineAt, overview.zone, today)} · ${nameOf(people, one.holderId)}${taken}${tried}`;
  });
}

function upTo<T>(most: number, all: readonly T[], one: string, line: (row: T) => string): readonly string[] {
  const hidden = all.length - most;
  return [...all.slice(0, most).map(line), ...(hidden > 0 ? [`and ${count(hidden, one)}`] : [])];
}

function listed(title: string, lines: readonly string[]): readonly Part[] {
  return lines.length === 0 ? [] : [{ kind: 'text', text: [{ bold: title }, `\n${lines.join('\n')}`] }];
}
