import type { Span, Text } from '../../src/chat/types.ts';
import type { Bucket } from '../../src/core/aging/buckets.ts';
import { type BusinessDate, daysBetween } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { dateIn, timeIn } from '../../src/core/calendar/zone.ts';
import type { RestReason } from '../../src/core/dunning/decision.ts';
import { formatMoney, type Money } from '../../src/core/money.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { labelOfStep } from '../../src/services/ladder/labels.ts';
import type { Member } from '../../src/services/member/roster.ts';

/** Who is who, for names and mentions. */
export type People = ReadonlyMap<number, Member>;

export const amount = (of: Money): string => formatMoney(of);

/** "**Acme GmbH** · €120.00 overdue, €300.00 open": whom and what a form is about. */
export const standing = (of: Pick<CaseOverview, 'name' | 'overdue' | 'open'>): Text => [
  { bold: of.name },
  ` · ${amount(of.overdue)} overdue, ${amount(of.open)} open`,
];

/** "3 invoices", "1 invoice". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

export function nameOf(people: People, id: number | undefined): string {
  return (id === undefined ? undefined : people.get(id)?.name) ?? 'nobody';
}

/** "3 calls"; "3 tasks" as soon as one of them is something else than a call. */
export function countTasks(rows: readonly CaseOverview[], n = rows.length): string {
  const calls = rows.every(
    ({ task }) => task === undefined || task.kind === 'call' || task.kind === 'call back',
  );
  return count(n, calls ? 'call' : 'task');
}

/** A mention, only ever for the person who must act. */
export function call(people: People, id: number): Span {
  const person = people.get(id);
  return person === undefined ? 'nobody' : { mention: person.userId };
}

/** "today by 16:00", "Tue 24 Nov by 16:00". What stands for days says `onDay`: "tomorrow" would soon be wrong. */
export function by(at: Date, zone: string, today: BusinessDate, day = dayWord): string {
  return `${day(dateIn(zone, at), today)} by ${timeIn(zone, at)}`;
}

export function at(moment: Date, zone: string, today: BusinessDate, day = dayWord): string {
  return `${day(dateIn(zone, moment), today)} ${timeIn(zone, moment)}`;
}

/** "Tue 24 Nov", whatever day it is read. */
export const onDay = (day: BusinessDate, today: BusinessDate): string => formatDate(day, { today });

/** "once", "3 times". */
export function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}

export function dayWord(day: BusinessDate, today: BusinessDate): string {
  const away = daysBetween(today, day);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  return formatDate(day, { today });
}

/** "1–30 days", "not due yet". */
export function bucketLabel(bucket: Bucket): string {
  return bucket === 'current' ? 'not due yet' : `${bucket.replace('-', '–')} days`;
}

export function stepLabel(key: string): string {
  return labelOfStep(key);
}

/** Why a case is not pressed now. */
export function restWords(reason: string): string {
  return (restReasons as Readonly<Record<string, string>>)[reason] ?? reason;
}

const restReasons: Readonly<Record<RestReason, string>> = {
  'nothing open': 'nothing is open',
  excluded: 'at rest: left out',
  'below the floor': 'at rest: too little to press for',
  'not due yet': 'not due yet',
  planned: 'at rest: on an instalment plan',
  promised: 'at rest: promised',
  disputed: 'at rest: disputed',
  covered: 'at rest: money is on its way or not allocated yet',
  paused: 'at rest: paused',
  stopped: 'stopped',
  'minimum gap': 'at rest: contacted a short time ago',
  'ledger is stale': 'waits for newer ledger data',
  'shadow mode': 'waits: shadow mode holds letters back',
  'call is open': 'a call is open',
  'call back is agreed': 'a call back is agreed',
  'letter is under way': 'a letter is on its way',
  'letter is announced': 'a letter is about to go',
  'letters are held back': 'its letters are held back',
  'waiting for approval': 'waits for approval',
  'approval refused': 'the approval was refused',
  'between steps': 'between steps',
  'waiting for the step before': 'waits for the step before',
  'outside hours': 'waits for business hours',
  'ladder ended': 'the ladder has ended',
};

/** How high the pressure is, at a glance: one mark for each step of the ladder. */
export function pressure({ position, places }: Pick<CaseOverview, 'position' | 'places'>): string {
  return '●'.repeat(position + 1) + '○'.repeat(Math.max(0, places - position - 1));
}

/** The way to the case's thread, to follow its headline; nothing while it has none. */
export function toThread({ threadLink }: CaseOverview): readonly Span[] {
  return threadLink === undefined ? [] : [' · ', { link: threadLink, label: 'thread' }];
}

export const asSpans = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text);

/** "**Lagerhaus Nord GmbH** · €12,400.00 overdue · oldest 6 days · 3 invoices". */
export function headline(of: CaseOverview, today: BusinessDate): Text {
  const oldest =
    of.oldestDueOn === undefined ? [] : [` · oldest ${count(daysBetween(of.oldestDueOn, today), 'day')}`];
  if (of.open.amount === 0n) return [{ bold: of.name }, ' · everything is paid'];
  if (of.overdue.amount === 0n)
    return [
      { bold: of.name },
      ` · ${amount(of.open)} open, nothing overdue · ${count(of.openInvoices, 'invoice')}`,
    ];
  return [
    { bold: of.name },
    ` · ${amount(of.overdue)} overdue`,
    ...oldest,
    ` · ${count(of.overdueInvoices, 'invoice')}`,
  ];
}
