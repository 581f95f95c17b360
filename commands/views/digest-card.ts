import type { Card, Part } from '../../src/chat/types.ts';
import { buckets } from '../../src/core/aging/buckets.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import type { CurrencyFigures, DigestFigures, PromiseSum } from '../../src/services/digest/figures.ts';
import { sum } from '../../src/core/money.ts';
import { amount, bucketLabel, count } from './words.ts';

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
        title: bucketLabel(bucket),
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
  const approvals =
    figures.approvalsWaiting === 0 ? [] : [`${count(figures.approvalsWaiting, 'approval')} waiting`];
  return [
    `${countOrNo(figures.openCalls, 'call')} open · ${countOrNo(figures.missed, 'deadline')} missed since the last digest`,
    ...approvals,
    ...shadow(figures),
  ].join('\n');
}

function shadow(figures: DigestFigures): readonly string[] {
  if (!figures.shadow) return [];
  const withheld =
    figures.withheld === 0 ? '' : `; ${count(figures.withheld, 'customer')} would have had a demand`;
  return [`Shadow mode: nothing is sent to customers${withheld}`];
}

const countOrNo = (n: number, one: string): string => (n === 0 ? `no ${one}s` : count(n, one));

function freshness({ covers, stale }: DigestFigures): string {
  if (covers === undefined) return 'No ledger data yet';
  const warning = stale ? ' — stale: letters and broken-promise verdicts wait for newer data' : '';
  return `Ledger as of ${formatDate(covers)}${warning}`;
}
