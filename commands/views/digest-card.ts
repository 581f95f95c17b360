import type { Card, Part } from '../../src/chat/types.ts';
import { buckets } from '../../src/core/aging/buckets.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import type { CurrencyFigures, DigestFigures, PromiseSum } from '../../src/services/digest/figures.ts';
import { sum } from '../../src/core/money.ts';
import { amount, count } from './words.ts';

/** The morning in a card: the number first, one fact a line, no names. */
export function digestCard(figures: DigestFigures): Card {
  return {
    title: `Morning digest · ${formatDate(figures.today)}`,
    summary: 'Morning digest',
    parts: [
      ...(figures.currencies.length === 0 ? [nothing(figures)] : figures.currencies.flatMap(currencyParts)),
      { kind: 'text', text: desk(figures) },
      { kind: 'small', text: freshness(figures) },
    ],
  };
}

function nothing({ covers }: DigestFigures): Part {
  return {
    kind: 'text',
    text:
      covers === undefined
        ? 'There is no ledger yet: drop an open-items file here, or start with /import.'
        : 'Nothing is open. Everything is paid.',
  };
}

function currencyParts(of: CurrencyFigures): readonly Part[] {
  const overdue = sum(
    buckets.filter((bucket) => bucket !== 'current').map((bucket) => of.aging[bucket]),
    of.currency,
  );
  return [
    {
      kind: 'text',
      text: [{ bold: `${amount(overdue)} overdue` }, ` · ${count(of.overdueCustomers, 'customer')}`],
    },
    {
      kind: 'table',
      columns: buckets.map((bucket) => ({
        title: bucket === 'current' ? 'not due' : `${bucket} days`,
        align: 'right' as const,
      })),
      rows: [buckets.map((bucket) => amount(of.aging[bucket]))],
    },
    { kind: 'text', text: promises(of) },
  ];
}

function promises(of: CurrencyFigures): string {
  const line = (label: string, found: PromiseSum | undefined): string[] =>
    found === undefined ? [] : [`${label}: ${amount(found.amount)} (${count(found.promises, 'promise')})`];
  const lines = [
    ...line('Promised for today', of.dueToday),
    ...line('Expected this week', of.dueThisWeek),
    ...line('Broken since the last digest', of.broken),
    ...line('Waiting for ledger data', of.unconfirmed),
  ];
  return lines.length === 0 ? 'No promises are due this week' : lines.join('\n');
}

function desk(figures: DigestFigures): string {
  const shadow = figures.shadow
    ? [`Shadow mode: ${count(figures.withheld, 'customer')} would have had a demand; nothing was sent`]
    : [];
  return [
    `${count(figures.openCalls, 'call')} open · ${count(figures.missed, 'deadline')} missed since the last digest`,
    `${count(figures.approvalsWaiting, 'approval')} waiting`,
    ...shadow,
  ].join('\n');
}

function freshness({ covers, stale }: DigestFigures): string {
  if (covers === undefined) return 'No ledger data yet';
  const warning = stale ? ' — stale: letters and broken-promise verdicts wait for newer data' : '';
  return `Ledger as of ${formatDate(covers)}${warning}`;
}
